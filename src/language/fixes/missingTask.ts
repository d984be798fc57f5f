import { quoted } from '../blame.ts';
import { addTask } from '../edit/addTask.ts';
import { indentUnit } from '../edit/layout.ts';
import { sectionOf } from '../taskOfPath.ts';
import { needAt } from './needs.ts';
import { referenceAt } from './referenceAt.ts';
import type { WayOut } from './wayOut.ts';

const NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,99}$/;

/** Writes the task that is needed or read and isn't there, before the one that asks for it. */
export const addMissingTask: WayOut = function* ({ analysis, diagnostic: { range } }) {
  const found = needAt(analysis, range);
  const reference = found === undefined ? referenceAt(analysis, range) : undefined;
  if (reference !== undefined && (reference.index !== 0 || reference.reference.context !== 'tasks')) return;
  const name = found?.need.value ?? reference?.name;
  const task = found?.task ?? reference?.written.task;
  if (name === undefined || !NAME.test(name) || analysis.tasksById.has(name)) return;
  const unit = indentUnit(analysis.text, analysis.root);
  const pair = { block: [`${name}:`, `${unit}run: echo ${name}`], flow: `${name}: { run: echo ${name} }` };
  const edit = addTask(analysis, task === undefined ? 'tasks' : sectionOf(task), pair, task?.id.value);
  yield { title: `Add the task ${quoted(name)}`, edits: [edit] };
};
