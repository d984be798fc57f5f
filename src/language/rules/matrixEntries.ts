import { parseTemplate } from '../../expression/template.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { blame, quoted } from '../blame.ts';
import { MATRIX_WORDS, readMatrix } from '../read/readMatrix.ts';
import { isNothing, type MapValue, type Pair, pairOf, type Value } from '../source/value.ts';
import { didYouMean, type Suggest } from '../suggest.ts';

/** What `include` and `exclude` of a matrix list: maps of its names and their values. */
export function* matrixEntries(matrix: MapValue, suggest: Suggest): Iterable<Diagnostic> {
  const known = Object.keys(readMatrix(matrix).axes);
  for (const name of MATRIX_WORDS) {
    const pair = pairOf(matrix, name);
    if (pair === undefined || isOneExpression(pair.value)) continue;
    if (pair.value.type !== 'list') {
      yield blame('matrix', pair.key.range, `${quoted(name)} ${MUST}`);
      continue;
    }
    for (const item of pair.value.items) {
      if (item.type !== 'map' && !isOneExpression(item)) yield noMap(pair, item);
      else if (item.type === 'map' && name === 'exclude' && known.length > 0) {
        yield* unknownAxes(item, known, suggest);
      }
    }
  }
}

const MUST = 'must be a list of maps, as in [{ model: small }], or one expression that gives one.';

function noMap({ key }: Pair, item: Value): Diagnostic {
  const range = isNothing(item) && item.range.start === item.range.end ? key.range : item.range;
  return blame('matrix', range, `Each item of ${quoted(key.value)} is a map, as in { model: small }.`);
}

/** What no instance has can't leave one out. */
function* unknownAxes({ pairs }: MapValue, known: readonly string[], suggest: Suggest): Iterable<Diagnostic> {
  for (const { key } of pairs) {
    if (known.includes(key.value)) continue;
    const replacement = suggest(key.value, known);
    const wayOut = didYouMean(replacement) || ` There are ${known.join(', ')}.`;
    const message = `The matrix has no list ${quoted(key.value)}, so this leaves nothing out.${wayOut}`;
    yield blame('matrix', key.range, message, { replacement });
  }
}

/** A text that is one `${{ }}` and nothing else, so that its value is taken as it is. */
export function isOneExpression(value: Value): boolean {
  if (value.type !== 'scalar' || typeof value.data !== 'string') return false;
  const [only, ...others] = parseTemplate(value.text.value);
  // One that is never closed is a fault of its own.
  return others.length === 0 && only !== undefined && only.type !== 'literal';
}
