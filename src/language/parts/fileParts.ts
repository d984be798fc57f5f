import { cut, cutEntries, type Stretch, spaces } from '../source/cut.ts';
import { type Change, changeOf } from './change.ts';
import { type Part, partOf } from './part.ts';
import { PlacedPart } from './placedPart.ts';

/** A version of a file, in parts. */
export interface FileVersion {
  readonly text: string;
  /** In the order of the file; none where it can't be cut. */
  readonly parts: readonly PlacedPart[];
}

/** The parts that a text consists of. What is as it was in an earlier version isn't read again. */
export function fileParts(text: string, before: FileVersion | undefined): readonly PlacedPart[] {
  if (before === undefined || before.parts.length === 0) return withKnown(text, cut(text) ?? [], []);
  if (before.text === text) return before.parts;
  const change = changeOf(before.text, text);
  return partsAround(text, before.parts, change) ?? withKnown(text, cut(text) ?? [], before.parts);
}

/** Cuts only the entries that somebody typed in; nothing where more than entries may have changed. */
function partsAround(
  text: string,
  before: readonly PlacedPart[],
  { start, end, by }: Change,
): readonly PlacedPart[] | undefined {
  const first = lastIndex(before, (part) => part.start < start);
  const last = lastIndex(before, (part) => part.start <= end);
  const touched = before.slice(Math.max(first, 0), last + 1);
  const [head] = touched;
  const tail = touched.at(-1);
  if (first < 0 || head === undefined || tail === undefined) return undefined;
  if (touched.some(({ part }) => part.kind !== 'entry')) return undefined;
  const stretches = cutEntries(text, head.start, tail.end + by, spaces(head.part.text, 0));
  if (stretches === undefined) return undefined;
  return [
    ...before.slice(0, first),
    ...withKnown(text, stretches, touched),
    ...before.slice(last + 1).map((part) => part.at(part.start + by)),
  ];
}

/** The stretches read, but for those whose text is known. */
function withKnown(
  text: string,
  stretches: readonly Stretch[],
  before: readonly PlacedPart[],
): readonly PlacedPart[] {
  const known = new Map<string, Part>();
  for (const { part } of before) known.set(part.kind + part.text, part);
  return stretches.map(({ start, end, kind }) => {
    const written = text.slice(start, end);
    return new PlacedPart(known.get(kind + written) ?? partOf(written, kind), start);
  });
}

/** Of what holds for the first ones and not for the others, the last for which it does; -1 where it holds for none. */
function lastIndex(parts: readonly PlacedPart[], holds: (part: PlacedPart) => boolean): number {
  let low = -1;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const part = parts[middle];
    if (part !== undefined && holds(part)) low = middle;
    else high = middle - 1;
  }
  return low;
}
