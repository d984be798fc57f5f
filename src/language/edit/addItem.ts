import { lineStart } from '../../model/text.ts';
import type { Edit } from '../edit.ts';
import { isNothing, type Pair } from '../source/value.ts';
import { insertion, isWithin, lineBreak, lineEnd } from './layout.ts';

/** The edit that adds an item to the list of a key, in the style that it has; `item` is YAML for one line. */
export function addItem(text: string, { key, value, range, merged }: Pair, item: string): Edit | undefined {
  if (merged || !isWithin(value.range, range)) return undefined;
  if (isNothing(value)) {
    return value.range.end > value.range.start
      ? { range: value.range, newText: `[${item}]` }
      : insertion(text.indexOf(':', key.range.end) + 1, ` [${item}]`);
  }
  if (value.type === 'scalar') {
    return { range: value.range, newText: `[${text.slice(value.range.start, value.range.end)}, ${item}]` };
  }
  if (value.type !== 'list') return undefined;
  const last = value.items.at(-1);
  if (last === undefined) return value.flow ? { range: value.range, newText: `[${item}]` } : undefined;
  if (value.flow) return insertion(last.range.end, `, ${item}`);
  const lead = /^ *- */.exec(text.slice(lineStart(text, last.range.start)))?.[0];
  if (lead === undefined) return undefined;
  return insertion(lineEnd(text, last.range.end), `${lineBreak(text)}${lead}${item}`);
}
