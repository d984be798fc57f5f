import type { Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Lines, Range as TextRange } from '../model/text.ts';

/** The core counts in UTF-16 code units from the start of the text, the protocol in lines and UTF-16 columns. */
export function toRange(lines: Lines, { start, end }: TextRange): Range {
  return { start: lines.position(start), end: lines.position(end) };
}

export function fromRange(lines: Lines, { start, end }: Range): TextRange {
  return { start: lines.offset(start), end: lines.offset(end) };
}

/** Those of a document that is open: they are kept while it is edited, and not looked for again in each version. */
export function linesOfDocument(document: TextDocument): Lines {
  return {
    count: document.lineCount,
    position: (offset) => document.positionAt(offset),
    offset: (position) => document.offsetAt(position),
  };
}
