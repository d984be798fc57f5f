import { deletion, insertion, lineEnd } from '../../edit/layout.ts';
import type { WayOut } from '../wayOut.ts';

/** A bracket that is never closed: behind what is written. */
export const closeBracket: WayOut = function* ({ analysis: { text }, diagnostic: { range, message } }) {
  const closer = message.charAt(3);
  const padded = closer === '}' && !/\s$/.test(text.slice(0, range.end)) ? ` ${closer}` : closer;
  // A comma that waits for more is no matter.
  yield { title: `Add "${closer}"`, edits: [insertion(range.end, padded)], preferred: true };
};

/** A quote that is never closed: at the end of its line, before brackets that would close as well. */
export const closeQuote: WayOut = function* ({ analysis: { text }, diagnostic: { range, message } }) {
  const quote = message.includes(` a ' is`) ? "'" : '"';
  const end = range.end;
  const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, lineEnd(text, end));
  const [brackets = ''] = /\s*[\]}][\s\]}]*$/.exec(line) ?? [];
  const places = brackets === '' ? [end] : [end - brackets.trimEnd().length, end];
  for (const [i, place] of places.entries()) {
    yield { title: `Add ${quote}`, edits: [insertion(place, quote)], preferred: i === 0 };
  }
};

/** Something that is missing before the blamed piece: right behind what is before it. */
export function insertBefore(missing: string): WayOut {
  return function* ({ analysis: { text }, diagnostic: { range } }) {
    let end = range.start;
    while (missing.startsWith(',') && end > 0 && /\s/.test(text[end - 1] ?? '.')) end--;
    const written = end < range.start ? missing.trim() : missing;
    yield { title: `Add "${missing.trim() || ' '}"`, edits: [insertion(end, written)], preferred: true };
    if (missing === ' ') yield { title: 'Add a space', edits: [insertion(range.end, ' ')], preferred: true };
  };
}

/** A comma or a bracket too many. */
export const dropPiece: WayOut = function* ({ analysis: { text }, diagnostic: { range } }) {
  const piece = text.slice(range.start, range.end);
  if (!/^[,\]}]$/.test(piece.trim())) return;
  yield { title: `Remove "${piece.trim()}"`, edits: [deletion(range)], preferred: true };
};
