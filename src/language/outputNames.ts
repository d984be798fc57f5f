import { MEMBERS } from '../expression/names.ts';
import type { Analysis } from './analyze.ts';
import { nestedOf } from './nested/nestedOf.ts';

/** A line of a script that appends `key=value` to the file `$FLOW_OUTPUT`. */
const WRITTEN = /(?:^|["'\s])([A-Za-z_][\w-]*)(?:=|<<)[^\n]*>>\s*["']?(?:\$\{?|%|\$env:)FLOW_OUTPUT/;

/**
 * The outputs that a task is known to have. Of a script, in alphabetical order, those that it writes plainly, and those
 * that other tasks read; of a workflow, those of its file. What a module returns can't be told from here.
 */
export function outputNames({ tasksById, expressions, files }: Analysis, id: string): readonly string[] {
  const names = new Set<string>();
  const task = tasksById.get(id);
  const work = task?.work;
  if (work?.kind === 'approval') return MEMBERS.answer;
  const nested = nestedOf({ files }, task);
  if (nested !== undefined) return nested.analysis.workflow.outputs.map(({ name }) => name.value);
  if (work?.kind === 'run' && work.script.value.includes('FLOW_OUTPUT')) {
    for (const line of work.script.value.split('\n')) {
      const [, name] = line.length < 1000 ? (WRITTEN.exec(line) ?? []) : [];
      if (name !== undefined) names.add(name);
    }
  }
  for (const { references } of expressions) {
    for (const { context, path } of references) {
      const [task, member, key] = path;
      if (context !== 'tasks' || task?.name !== id || member?.name.toLowerCase() !== 'outputs') continue;
      if (key !== undefined) names.add(key.name);
    }
  }
  return [...names].sort();
}
