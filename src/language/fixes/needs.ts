import type { Located, Range } from '../../model/text.ts';
import type { Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import { quoted } from '../blame.ts';
import { withDownstream } from '../complete/taskNames.ts';
import { isWithin } from '../edit/layout.ts';
import { addNeed, removeNeed } from './needEdits.ts';
import type { Draft, WayOut } from './wayOut.ts';

/** Takes the blamed need out. */
export function removeNeedAt(preferred: boolean): WayOut {
  return function* ({ analysis, diagnostic }) {
    const found = needAt(analysis, diagnostic.range);
    if (found !== undefined) yield { ...needRemoval(analysis, found), preferred };
  };
}

export interface WrittenNeed {
  readonly task: Task;
  readonly need: Located<string>;
}

export function needRemoval(analysis: Analysis, { task, need }: WrittenNeed): Draft {
  const title = `Take ${quoted(need.value)} out of the needs of ${quoted(task.id.value)}`;
  return { title, edits: [removeNeed(analysis, task, need)] };
}

export function needAt({ workflow }: Analysis, range: Range): WrittenNeed | undefined {
  for (const task of workflow.tasks) {
    const need = task.needs.find((each) => each.range.start === range.start && each.range.end === range.end);
    if (need !== undefined) return { task, need };
  }
  return undefined;
}

/** Needs what is read without being needed; nothing where that would close a cycle. */
export const addRead: WayOut = function* ({ analysis, diagnostic: { range } }) {
  const name = analysis.text.slice(range.start, range.end);
  for (const { task, references, text } of analysis.expressions) {
    if (task === undefined || !isWithin(range, text.range)) continue;
    if (!references.some(({ context, path }) => context === 'tasks' && path[0]?.name === name)) continue;
    if (withDownstream(analysis, [task.id.value]).has(name)) continue;
    // Between `tasks` and `finally` there are no needs.
    if (analysis.tasksById.get(name)?.finally !== task.finally) continue;
    const title = `Add ${quoted(name)} to the needs of ${quoted(task.id.value)}`;
    yield { title, edits: [addNeed(analysis, task, name)], preferred: true };
    return;
  }
};
