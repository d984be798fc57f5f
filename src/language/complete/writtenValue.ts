import type { Range } from '../../model/text.ts';
import { scalarAt } from '../cursor/scalar.ts';
import { gap, type Place } from './place.ts';

/** How a value is written where the cursor is: what it replaces, and the text for it. */
export interface ValueWriting {
  readonly range: Range;
  text(value: string): string;
}

/** In quotes where those are there already, or where YAML asks for them; behind a blank where one is missing. */
export function valueWriting(place: Place): ValueWriting {
  const { analysis, offset, cursor } = place;
  // On a line of its own, where a key could stand as well, it is a word.
  if (cursor.role === 'key') return { range: cursor.word, text: (value) => plain(value, cursor.flow) };
  const { range, quote, isClosed } = scalarAt(analysis.text, offset, cursor);
  const lead = range.start === cursor.word.start ? gap(place) : '';
  return {
    range,
    text(value) {
      const end = isClosed ? '' : quote;
      if (quote === '"') return JSON.stringify(value).slice(1, -1) + end;
      if (quote === "'") return value.replaceAll("'", "''") + end;
      return lead + plain(value, cursor.flow);
    },
  };
}

/** What begins so, or holds this, would be read as something else than a text. */
const NOT_PLAIN = /^$|^[\s&*!|>%@`"'#[\]{},]|^[-?:](\s|$)|: |:$| #|[\n\t]|\s$/;

function plain(value: string, flow: boolean): string {
  return NOT_PLAIN.test(value) || (flow && /[[\]{},]/.test(value)) ? JSON.stringify(value) : value;
}
