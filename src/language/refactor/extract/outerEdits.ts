import type { Analysis } from '../../analyze.ts';
import { indentUnit, lineBreak } from '../../edit/layout.ts';
import type { Edit } from '../../edit.ts';
import { placeOf } from '../../writtenExpressions.ts';
import { changeNeeds } from '../changeNeeds.ts';
import type { TaskChunk } from '../taskChunks.ts';
import type { Crossings } from './crossings.ts';

export interface Outer {
  readonly ids: ReadonlySet<string>;
  readonly own: readonly TaskChunk[];
  readonly chunks: readonly TaskChunk[];
  readonly name: string;
  readonly crossing: Crossings;
  readonly outputs: ReadonlyMap<string, string>;
  readonly task: readonly string[];
}

/** The new task in the place of the first of the tasks; needs and reads of any of them become such of the new one. */
export function outerEdits(analysis: Analysis, outer: Outer): readonly Edit[] | undefined {
  const { ids, own, chunks, name, crossing, outputs, task } = outer;
  const { text, workflow } = analysis;
  const edits: Edit[] = [];
  for (const chunk of own) {
    const { range, pair } = chunk;
    const isFirst = chunk === own[0];
    const before = chunks[chunks.indexOf(chunk) - 1]?.range.end ?? range.start;
    const isApart = text.slice(before, range.start).trim() !== '';
    const column = pair.key.range.start - (text.lastIndexOf('\n', pair.key.range.start) + 1);
    const lines = task.map((line) => ' '.repeat(column) + line).join(lineBreak(text));
    if (isFirst) edits.push({ range, newText: lines });
    else edits.push({ range: { start: isApart ? range.start : before, end: range.end }, newText: '' });
  }
  for (const other of workflow.tasks) {
    if (ids.has(other.id.value)) continue;
    const changed = changeNeeds(analysis, other, (need) => [ids.has(need) ? name : need]);
    if (changed === undefined) return undefined;
    edits.push(...changed);
  }
  for (const { written, reference, task: id, output = '' } of crossing.readBack) {
    const [first, , last] = reference.path;
    const free = outputs.get(`${id}\n${output}`);
    if (first === undefined || last === undefined || free === undefined) return undefined;
    if (id !== name) edits.push({ range: placeOf(written, first.range), newText: name });
    if (free !== output) edits.push({ range: placeOf(written, last.range), newText: free });
  }
  return edits;
}

export interface NewTask {
  readonly name: string;
  readonly file: string;
  readonly needs: readonly string[];
  readonly given: ReadonlyMap<string, string>;
}

/** The lines of the task that stands for all of them. */
export function newTask({ text, root }: Analysis, { name, file, needs, given }: NewTask): readonly string[] {
  const unit = indentUnit(text, root);
  const list = needs.length === 1 ? (needs[0] ?? '') : `[${needs.join(', ')}]`;
  const inputs = [...given].map(([input, source]) => `${unit}${unit}${input}: \${{ ${source} }}`);
  return [
    `${name}:`,
    ...(needs.length === 0 ? [] : [`${unit}needs: ${list}`]),
    `${unit}workflow: ${file}`,
    ...(inputs.length === 0 ? [] : [`${unit}with:`, ...inputs]),
  ];
}
