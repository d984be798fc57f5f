import type { Analysis } from '../analyze.ts';
import { quoted } from '../blame.ts';
import type { Refactoring } from './refactoring.ts';
import { hasAnchors, reordered } from './sortTasks.ts';
import { taskChunks } from './taskChunks.ts';

/** Changes the places of a task and its neighbour, comments included. */
export function* moveTask(analysis: Analysis, section: string, id: string): Iterable<Refactoring> {
  const chunks = taskChunks(analysis, section);
  const index = chunks?.findIndex((chunk) => chunk.id === id) ?? -1;
  if (chunks === undefined || index < 0) return;
  for (const [by, where] of [
    [-1, 'up'],
    [1, 'down'],
  ] as const) {
    const other = chunks[index + by];
    const own = chunks[index];
    if (other === undefined || own === undefined || hasAnchors(analysis, [own, other])) continue;
    const order = chunks.with(index, other).with(index + by, own);
    const edits = reordered(analysis.text, chunks, order);
    yield { title: `Move ${quoted(id)} ${where}`, kind: 'move', files: [{ file: undefined, edits }] };
  }
}
