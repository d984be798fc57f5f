import { isAlias, isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq, type Pair as YamlPair } from 'yaml';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Located, Range } from '../../model/text.ts';
import { createAliases, DEEPEST } from './aliases.ts';
import { createFaults, type Faults } from './faults.ts';
import { nothingAt, scalarValue } from './scalarValue.ts';
import { lineRange } from './syntaxDiagnostics.ts';
import { TOO_DEEP } from './syntaxWords.ts';
import { isNothing, type ListValue, type MapValue, type Pair, type Value } from './value.ts';

/** Makes values of what `yaml` parsed. Aliases become the very object that their anchor names. */
export function convert(
  source: string,
  contents: unknown,
): { readonly root: Value | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const faults = createFaults();
  const aliases = createAliases(faults);
  const root = contents ? read(contents, 1, { start: 0, end: 0 }) : undefined;
  return { root, diagnostics: faults.diagnostics };

  /** `place` is where a node stands that has no place of its own. */
  function read(node: unknown, depth: number, place: Range): Value {
    const range = rangeOf(node, place);
    aliases.count(depth);
    if (depth > DEEPEST) {
      faults.addOnce(range, TOO_DEEP);
      return nothingAt(range);
    }
    if (isAlias(node)) return aliases.follow(node.source, range, depth) ?? nothingAt(range);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor === undefined) return readContent(node, depth, range);
    return aliases.anchored(anchor, depth, () => readContent(node, depth, range));
  }

  function readContent(node: unknown, depth: number, range: Range): Value {
    if (isScalar(node)) return scalarValue(source, node, range);
    if (isSeq(node)) return readList(node, depth, range);
    return isMap(node) ? readMap(node, depth, range) : nothingAt(range);
  }

  function readList(node: YAMLSeq, depth: number, range: Range): ListValue {
    const flow = node.flow === true;
    let end = flow ? range.end : range.start;
    const items = node.items.map((item) => {
      const value = read(item, depth + 1, range);
      end = Math.max(end, writtenEnd(item, value));
      return value;
    });
    return { type: 'list', range: { start: range.start, end }, items, flow };
  }

  function readMap(node: YAMLMap, depth: number, range: Range): MapValue {
    const flow = node.flow === true;
    const pairs: Pair[] = [];
    const merges: Value[] = [];
    let { start } = range;
    let end = flow ? range.end : range.start;
    for (const item of node.items) {
      const key = readKey(item, range);
      const after = key.range.end;
      const value = read(item.value ?? undefined, depth + 1, { start: after, end: after });
      const pairEnd = Math.max(after, writtenEnd(item.value, value));
      // The parser begins a map behind the tag of an empty first key.
      start = Math.min(start, key.range.start);
      end = Math.max(end, pairEnd);
      if (isMergeKey(item.key)) {
        if (!isLost(item.value, value)) merges.push(value);
      } else if (key.value !== undefined) {
        const name = { value: key.value, range: key.range };
        pairs.push({ key: name, value, range: { start: key.range.start, end: pairEnd }, merged: false });
      }
    }
    return { type: 'map', range: { start, end }, pairs: merged(pairs, merges, faults), flow };
  }

  function readKey(pair: YamlPair, place: Range): Located<string | undefined> {
    const range = rangeOf(pair.key, place);
    if (isScalar(pair.key)) {
      const written = source.slice(range.start, range.end);
      if (pair.key.type !== 'PLAIN' || !written.includes('\n'))
        return { value: pair.key.source ?? '', range };
      // An unfinished key runs into the one on the next line, which is what the value belongs to.
      const last = written.slice(written.lastIndexOf('\n') + 1).trimStart();
      return { value: last, range: { start: range.end - last.length, end: range.end } };
    }
    const alias = isAlias(pair.key) ? aliases.follow(pair.key.source, range, 1) : undefined;
    if (alias?.type === 'scalar') return { value: alias.text.value, range };
    faults.add(
      'wrong-type',
      lineRange(source, range.start, range.end),
      'A key must be a text, not a list or a map.',
    );
    return { value: undefined, range };
  }
}

/** The pairs that are written, then those that merge keys bring; a name that is there already stays. */
function merged(pairs: readonly Pair[], merges: readonly Value[], faults: Faults): readonly Pair[] {
  if (merges.length === 0) return pairs;
  const all = [...pairs];
  const names = new Set(pairs.map((pair) => pair.key.value));
  for (const map of merges.flatMap((value) => (value.type === 'list' ? value.items : [value]))) {
    if (map.type !== 'map') {
      faults.add('wrong-type', map.range, '"<<" takes in a map: write the alias of one, as in "<<: *base".');
      continue;
    }
    for (const pair of map.pairs) {
      if (names.has(pair.key.value)) continue;
      names.add(pair.key.value);
      all.push({ ...pair, merged: true });
    }
  }
  return all;
}

/** Where a value ends at the place where it is used: an alias ends behind its name. */
function writtenEnd(node: unknown, value: Value): number {
  return isAlias(node) ? rangeOf(node, value.range).end : value.range.end;
}

/** Whether an alias couldn't be followed, which is told already: nothing stands where it does. */
function isLost(node: unknown, value: Value): boolean {
  return isAlias(node) && isNothing(value) && rangeOf(node, value.range).start === value.range.start;
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.source === '<<';
}

function rangeOf(node: unknown, otherwise: Range): Range {
  if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return otherwise;
  const [start, end] = node.range ?? [otherwise.start, otherwise.end];
  return { start, end };
}
