import type { Range } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';
import type { Edit } from '../edit.ts';
import type { Refactoring } from './refactoring.ts';
import { type TaskChunk, taskChunks } from './taskChunks.ts';

/** Puts each task behind all that it needs; what is in order already stays. Comments go with their task. */
export function* sortTasks(analysis: Analysis, section: string): Iterable<Refactoring> {
  const chunks = taskChunks(analysis, section);
  if (chunks === undefined || chunks.length < 2) return;
  const offer = { title: 'Sort the tasks: each behind what it needs', kind: 'rewrite' as const };
  const order = upstreamFirst(analysis, chunks);
  if (order === undefined) yield { ...offer, refusal: 'Tasks of a dependency cycle have no order.' };
  else if (order.some((chunk, i) => chunk !== chunks[i])) {
    if (hasAnchors(analysis, chunks)) yield { ...offer, refusal: 'An anchor must stand above its aliases.' };
    else yield { ...offer, files: [{ file: undefined, edits: reordered(analysis.text, chunks, order) }] };
  }
}

/** The edits that put other chunks in the places of chunks; what stands between them stays where it is. */
export function reordered(
  text: string,
  chunks: readonly TaskChunk[],
  order: readonly TaskChunk[],
): readonly Edit[] {
  return chunks.flatMap(({ range }, i) => {
    const other = order[i]?.range ?? range;
    return other.start === range.start ? [] : [{ range, newText: text.slice(other.start, other.end) }];
  });
}

/** Whether chunks can't change their places freely: an alias reads the nearest anchor above it. */
export function hasAnchors({ text }: Analysis, chunks: readonly { readonly range: Range }[]): boolean {
  const anchored = /(?:^|[\s[{,:-])[&*][^\s,[\]{}]+(?=[\s,\]}]|$)/m;
  return chunks.some(({ range }) => anchored.test(withoutTexts(text.slice(range.start, range.end))));
}

/** Without quoted texts and comments, in which nothing is an anchor. */
function withoutTexts(piece: string): string {
  return piece.replaceAll(/"(?:\\.|[^"\\\n])*"|'[^'\n]*'|(?:^|\s)#.*$/gm, '""');
}

/** Depth first in the order of the file, so that what is needed comes right before the first that needs it. */
function upstreamFirst(
  { tasksById }: Analysis,
  chunks: readonly TaskChunk[],
): readonly TaskChunk[] | undefined {
  const byId = new Map(chunks.map((chunk) => [chunk.id, chunk]));
  const state = new Map<string, 'open' | 'done'>();
  const order: TaskChunk[] = [];
  for (const chunk of chunks) {
    const stack = [chunk];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { id } = top;
      if (state.get(id) === 'done') {
        stack.pop();
        continue;
      }
      state.set(id, 'open');
      const needs = tasksById.get(id)?.needs ?? [];
      const next = needs
        .map(({ value }) => byId.get(value))
        .find((each) => each !== undefined && state.get(each.id) !== 'done');
      if (next !== undefined) {
        if (state.get(next.id) === 'open') return undefined;
        stack.push(next);
        continue;
      }
      state.set(id, 'done');
      order.push(top);
      stack.pop();
    }
  }
  return order.length === chunks.length ? order : undefined;
}
