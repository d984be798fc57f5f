import { Position, Range } from 'vscode';
import type * as text from '../model/text.ts';

/** The core counts in UTF-16 code units from the start of the text, VS Code in lines and UTF-16 columns. */
export function toRange(lines: text.Lines, { start, end }: text.Range): Range {
  return new Range(toPosition(lines, start), toPosition(lines, end));
}

export function toPosition(lines: text.Lines, offset: number): Position {
  const { line, character } = lines.position(offset);
  return new Position(line, character);
}

export function fromRange(lines: text.Lines, { start, end }: Range): text.Range {
  return { start: lines.offset(start), end: lines.offset(end) };
}
