import type { Diagnostic } from '../../model/diagnostic.ts';
import { MOST_FAULTS } from '../source/faults.ts';
import { parseYaml, tooLong } from '../source/parseYaml.ts';
import { type MapValue, type Pair, pairOf, type Value } from '../source/value.ts';
import { type FileVersion, fileParts } from './fileParts.ts';
import { ownEntry } from './ownEntry.ts';
import { type Entry, PlacedEntry } from './placedEntry.ts';
import type { PlacedPart } from './placedPart.ts';

/** A file's text, read: its values, and its tasks, each understood by itself. */
export interface FileText {
  readonly root: Value | undefined;
  readonly syntax: readonly Diagnostic[];
  /** The root without what is under `tasks` and `finally`. */
  readonly frame: Value | undefined;
  /** What is under `tasks`, then what is under `finally`; names that stand there twice as well. */
  readonly entries: readonly Entry[];
  /** What the next version of the file need not read again. */
  readonly parts: readonly PlacedPart[];
}

/** Reads a text part by part where it can be cut, else as a whole. Never throws. */
export function readText(text: string, before?: FileVersion): FileText {
  const long = tooLong(text);
  if (long !== undefined)
    return { root: undefined, syntax: [long], frame: undefined, entries: [], parts: [] };
  const parts = fileParts(text, before);
  const isCut = parts.length > 0 && !parts.some(({ part }) => part.hasAlias);
  return isCut ? joined(parts) : { ...whole(text), parts };
}

function joined(parts: readonly PlacedPart[]): FileText {
  const pairs: Pair[] = [];
  const framePairs: Pair[] = [];
  const sections = new Map<string, readonly Entry[]>();
  for (let i = 0; i < parts.length; i++) {
    const placed = parts[i];
    if (placed === undefined) continue;
    if (placed.part.kind !== 'header') {
      pairs.push(...placed.pairs());
      continue;
    }
    const [header] = placed.pairs();
    const isFinally = header?.key.value === 'finally';
    const from = i + 1;
    while (parts[i + 1]?.part.kind === 'entry') i++;
    const entries = parts.slice(from, i + 1).flatMap((part) => part.entries(isFinally));
    if (header === undefined) continue;
    const section = sectionPair(header, entries);
    pairs.push(section);
    if (!sections.has(header.key.value)) sections.set(header.key.value, entries);
  }
  const syntax = parts.flatMap((part) => part.syntax()).slice(0, MOST_FAULTS);
  const root = mapOf(pairs);
  for (const pair of pairs) framePairs.push(withoutTasks(pair));
  const entries = ['tasks', 'finally'].flatMap((name) => sections.get(name) ?? entriesOf(root, name));
  return { root, syntax, frame: mapOf(framePairs), entries, parts };
}

function whole(text: string): Omit<FileText, 'parts'> {
  const { root, diagnostics } = parseYaml(text);
  const frame = root?.type === 'map' ? { ...root, pairs: root.pairs.map(withoutTasks) } : root;
  const entries = ['tasks', 'finally'].flatMap((name) => entriesOf(root, name));
  return { root, syntax: diagnostics, frame, entries };
}

function entriesOf(root: Value | undefined, name: string): readonly Entry[] {
  const section = root?.type === 'map' ? pairOf(root, name)?.value : undefined;
  return section?.type === 'map'
    ? section.pairs.map((pair) => new PlacedEntry(ownEntry(pair, name === 'finally'), 0))
    : [];
}

function withoutTasks(pair: Pair): Pair {
  const { key, value } = pair;
  if ((key.value !== 'tasks' && key.value !== 'finally') || value.type !== 'map') return pair;
  return { ...pair, value: { type: 'map', range: value.range, pairs: [], flow: value.flow } };
}

function mapOf(pairs: readonly Pair[]): MapValue {
  const range = { start: pairs[0]?.range.start ?? 0, end: pairs.at(-1)?.range.end ?? 0 };
  return { type: 'map', range, pairs, flow: false };
}

/** The section's key with all its entries, whose pairs are only moved to their places when somebody looks. */
function sectionPair(header: Pair, entries: readonly Entry[]): Pair {
  const start = entries[0]?.task.range.start ?? header.value.range.start;
  const end = entries.at(-1)?.task.range.end ?? header.value.range.end;
  let pairs: readonly Pair[] | undefined;
  const value: MapValue = {
    type: 'map',
    range: { start, end },
    flow: false,
    get pairs() {
      pairs ??= entries.map((entry) => entry.pair);
      return pairs;
    },
  };
  return { ...header, value, range: { start: header.range.start, end } };
}
