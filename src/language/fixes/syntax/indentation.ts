import { lineStart } from '../../../model/text.ts';
import { indentUnit, insertion, lineEnd } from '../../edit/layout.ts';
import type { Edit } from '../../edit.ts';
import type { Draft, WayOut } from '../wayOut.ts';

/** Tabs at the beginning of lines as blanks: as many as bring the text to a level that the file has. */
export const spacesForTabs: WayOut = function* ({ analysis: { text, root }, diagnostic: { range } }) {
  const unit = indentUnit(text, root).length;
  for (const size of new Set([unit, 2, 4, 8])) {
    const edits: Edit[] = [];
    for (const { index, 0: lead } of text.matchAll(/^[ \t]*\t[ \t]*/gm)) {
      // Behind blanks a tab may belong to a script.
      const isBlamed = index <= range.start && range.start <= index + lead.length;
      if (lead[0] !== '\t' && !isBlamed) continue;
      edits.push({
        range: { start: index, end: index + lead.length },
        newText: ' '.repeat(width(lead, size)),
      });
    }
    yield {
      title: `Indent with spaces${size === unit ? '' : `, ${size} for a tab`}`,
      edits,
      preferred: size === unit,
    };
  }
};

function width(lead: string, size: number): number {
  return [...lead].reduce((at, char) => (char === '\t' ? at + size - (at % size) : at + 1), 0);
}

/** A line, and what is indented deeper below it, at the column of a line above. */
export const alignLine: WayOut = function* ({ analysis: { text }, diagnostic: { range } }) {
  const start = lineStart(text, range.start);
  const own = indentAt(text, start);
  const columns = new Set<number>();
  for (let above = start; above > 0; ) {
    above = lineStart(text, above - 1);
    if (/^ *[^\s#]/.test(text.slice(above, lineEnd(text, above)))) columns.add(indentAt(text, above));
    if (indentAt(text, above) === 0 && columns.size > 0) break;
  }
  const near = [...columns]
    .filter((column) => column !== own)
    .sort((a, b) => Math.abs(a - own) - Math.abs(b - own));
  for (const column of near.slice(0, 4)) {
    const edits = moved(text, start, column - own);
    yield { title: `Indent by ${column}`, edits, preferred: column === near[0] };
  }
};

function moved(text: string, from: number, by: number): readonly Edit[] {
  const edits: Edit[] = [];
  const own = indentAt(text, from);
  for (let start = from; start < text.length; ) {
    const end = lineEnd(text, start);
    const isBlank = text.slice(start, end).trim() === '';
    if (start !== from && !isBlank && indentAt(text, start) <= own) break;
    if (!isBlank) {
      edits.push(
        by > 0 ? insertion(start, ' '.repeat(by)) : { range: { start, end: start - by }, newText: '' },
      );
    }
    const next = text.indexOf('\n', end);
    if (next < 0) break;
    start = next + 1;
  }
  return edits;
}

function indentAt(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at++;
  return at - start;
}

/** What is indented deeper than the line that it should stand beside. */
export const alignNext: WayOut = function* ({ analysis: { text }, diagnostic: { range } }) {
  const start = lineStart(text, range.start);
  const next = text.indexOf('\n', start) + 1;
  const by = indentAt(text, start) - indentAt(text, next);
  if (next <= 0 || by >= 0 || text.slice(next, lineEnd(text, next)).trim() === '') return;
  yield { title: 'Indent the next line like this one', edits: moved(text, next, by), preferred: true };
};

/** The lines of a block text, deeper than its key: `range` is in the header, or on the first line. */
export const indentText: WayOut = function* ({ analysis: { text }, diagnostic: { range } }): Iterable<Draft> {
  const here = lineStart(text, range.start);
  const isHeader = HEADER.test(text.slice(here, lineEnd(text, here)));
  const header = isHeader ? here : lineStart(text, here - 1);
  if (!HEADER.test(text.slice(header, lineEnd(text, header)))) return;
  const next = text.indexOf('\n', header) + 1;
  const key = indentAt(text, header);
  const own = indentAt(text, next);
  if (next <= 0 || own > key) return;
  const edits: Edit[] = [];
  for (let start = next; start < text.length; ) {
    const line = text.slice(start, lineEnd(text, start));
    if (line.trim() !== '' && (indentAt(text, start) < own || /^ *[\w-]+:( |$)/.test(line))) break;
    if (line.trim() !== '') edits.push(insertion(start, ' '.repeat(key + 2 - own)));
    const after = text.indexOf('\n', start);
    if (after < 0) break;
    start = after + 1;
  }
  if (edits.length > 0) yield { title: 'Indent the text', edits, preferred: true };
};

const HEADER = /:\s*[|>][-+\d]*\s*(#.*)?$/;
