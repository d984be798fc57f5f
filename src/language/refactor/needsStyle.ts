import { lineStart } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';
import { indentUnit, isWithin, lineBreak, lineEnd } from '../edit/layout.ts';
import { asScalar } from '../edit/scalar.ts';
import type { MapValue, Pair } from '../source/value.ts';
import type { Refactoring } from './refactoring.ts';

/** Writes the needs of a task as one name, in brackets, or on lines of their own. Where a comment stands between them
 * they stay as they are. */
export function* needsStyle({ text, root }: Analysis, map: MapValue, pair: Pair): Iterable<Refactoring> {
  const { value, key } = pair;
  if (pair.merged || value.type === 'map' || !isWithin(value.range, pair.range)) return;
  const colon = text.indexOf(':', key.range.end) + 1;
  const range = { start: colon, end: value.range.end };
  const items = value.type === 'list' ? value.items : [value];
  if (
    items.length === 0 ||
    !items.every((item) => item.type === 'scalar' && item.range.end > item.range.start)
  )
    return;
  const written = items.map((item) => text.slice(item.range.start, item.range.end));
  const between = [colon, ...items.map((item) => item.range.end)];
  const gaps = items.map((item, i) => text.slice(between[i], item.range.start));
  if ([...gaps, text.slice(between.at(-1), range.end)].some((gap) => gap.includes('#'))) return;
  const style = value.type === 'scalar' ? 'one' : value.flow ? 'brackets' : 'lines';
  const edit = (newText: string) => [{ file: undefined, edits: [{ range, newText }] }];
  if (style !== 'one' && written.length === 1) {
    yield { title: 'Write the need without brackets', kind: 'rewrite', files: edit(` ${written[0] ?? ''}`) };
  }
  if (style !== 'brackets') {
    const names = items.map((item) => (item.type === 'scalar' ? asScalar(item.text.value, true) : ''));
    yield { title: 'Write the needs in brackets', kind: 'rewrite', files: edit(` [${names.join(', ')}]`) };
  }
  const start = lineStart(text, key.range.start);
  const isAlone = text.slice(start, key.range.start).trim() === '' && !map.flow;
  const rest = text.slice(range.end, lineEnd(text, range.end));
  if (style === 'lines' || !isAlone || rest.trim() !== '') return;
  const lead = `${lineBreak(text)}${' '.repeat(key.range.start - start)}${indentUnit(text, root)}- `;
  yield {
    title: 'Write each need on a line of its own',
    kind: 'rewrite',
    files: edit(written.map((name) => lead + name).join('')),
  };
}
