import { lineStart } from '../../model/text.ts';
import { quoted } from '../blame.ts';
import { blockColumn, indentUnit, insertion, lineEnd } from '../edit/layout.ts';
import type { Edit } from '../edit.ts';
import { keyOf } from '../schema.ts';
import { schemaAt } from '../schemaAt.ts';
import { isNothing, type MapValue, type Pair } from '../source/value.ts';
import { keysOf, lastPair } from '../stepsTo.ts';
import type { WayOut } from './wayOut.ts';

/** Keys that stand at the column of the empty key that they belong to, together with those that follow them. */
export const indentBelow: WayOut = function* ({ analysis: { text, root }, place }) {
  const found = lastPair(place);
  if (found === undefined || place.steps.at(-1)?.type !== 'pair') return;
  const { map, pair } = found;
  const index = map.pairs.findIndex(({ key }) => key.range.start === pair.key.range.start);
  const owner = map.pairs.slice(0, index).findLast(({ merged }) => !merged);
  if (owner === undefined || !isNothing(owner.value) || owner.value.range.end > owner.value.range.start)
    return;
  const path = keysOf(place).slice(0, -1);
  const accepts = acceptedBelow([...path, owner.key.value]);
  const here = schemaAt(path);
  if (accepts === undefined || blockColumn(text, map) === undefined) return;
  const moved: Pair[] = [];
  for (const each of map.pairs.slice(index)) {
    if (each.merged || !accepts(each.key.value)) break;
    // What belongs where it stands stays there.
    if (moved.length > 0 && here?.type === 'map' && keyOf(here.schema, each.key.value) !== undefined) break;
    moved.push(each);
  }
  const edits = indented(text, map, moved, indentUnit(text, root));
  if (edits.length === 0) return;
  yield { title: `Indent below ${quoted(owner.key.value)}`, edits, preferred: true };
};

/** Tells of a name whether it may stand below some keys; nothing where no names stand there. */
function acceptedBelow(path: readonly string[]): ((name: string) => boolean) | undefined {
  const below = schemaAt(path);
  if (below?.type === 'map') return (name) => keyOf(below.schema, name) !== undefined;
  const isOpen =
    below?.type === 'names' || (below?.type === 'value' && below.key.type.type === 'texts-by-name');
  return isOpen ? () => true : undefined;
}

function indented(text: string, map: MapValue, pairs: readonly Pair[], unit: string): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { range } of pairs) {
    if (text.slice(lineStart(text, range.start), range.start).trim() !== '' || map.flow) return [];
    for (let start = lineStart(text, range.start); start <= range.end; ) {
      if (text.slice(start, lineEnd(text, start)).trim() !== '') edits.push(insertion(start, unit));
      const next = text.indexOf('\n', start);
      if (next < 0) break;
      start = next + 1;
    }
  }
  return edits;
}
