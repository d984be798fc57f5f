import { quoted } from '../blame.ts';
import type { WayOut } from './wayOut.ts';

/** Gives a task a name that it can have, wherever it is needed by its old one as well. */
export const renameTask: WayOut = function* ({ analysis: { text, workflow }, diagnostic }) {
  const { range, replacement } = diagnostic;
  const task = workflow.tasks.find(({ id }) => id.range.start === range.start);
  if (replacement === undefined || task === undefined) return;
  const old = task.id.value;
  const needs = workflow.tasks.flatMap((each) => each.needs.filter(({ value }) => value === old));
  const places = new Set([task.id, ...needs].map((each) => each.range));
  const edits = [...places].map(({ start, end }) => {
    const quote = /^["']/.exec(text.slice(start, end))?.[0] ?? '';
    return { range: { start, end }, newText: quote + replacement + quote };
  });
  const count = needs.length === 0 ? '' : ', where it is needed as well';
  yield { title: `Change to ${quoted(replacement)}${count}`, edits, preferred: true };
};
