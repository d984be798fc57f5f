import { cut, type Stretch } from '../source/cut.ts';
import { partOf } from './part.ts';
import { type PlacedPart, placedPart } from './placedPart.ts';

/**
 * The parts that a file consists of, in its order; none where it can't be cut. What is as it was `before`, in the
 * file's earlier version, isn't read again.
 */
export function fileParts(text: string, before: readonly PlacedPart[]): readonly PlacedPart[] {
  const stretches = cut(text) ?? [];
  const isSame = (stretch: Stretch | undefined, known: PlacedPart | undefined): boolean =>
    stretch !== undefined &&
    known?.part.kind === stretch.kind &&
    known.part.text.length === stretch.end - stretch.start &&
    text.startsWith(known.part.text, stretch.start);

  let front = 0;
  while (isSame(stretches[front], before[front])) front++;
  const most = Math.min(stretches.length, before.length) - front;
  let back = 0;
  while (back < most && isSame(stretches.at(-1 - back), before.at(-1 - back))) back++;
  // What was moved is found by its text.
  const moved = new Map(
    before.slice(front, before.length - back).map(({ part }) => [part.kind + part.text, part]),
  );
  const found: PlacedPart[] = [];
  for (const [i, stretch] of stretches.entries()) {
    const known =
      i < front
        ? before[i]
        : i >= stretches.length - back
          ? before[before.length - stretches.length + i]
          : undefined;
    if (known !== undefined) {
      found.push(known.start === stretch.start ? known : placedPart(known.part, stretch.start));
      continue;
    }
    const written = text.slice(stretch.start, stretch.end);
    const part = moved.get(stretch.kind + written) ?? partOf(written, stretch.kind);
    found.push(placedPart(part, stretch.start));
  }
  return found;
}
