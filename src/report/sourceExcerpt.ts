import type { Lines, Range } from '../model/text.ts';
import { plainLine } from './cleanLine.ts';
import { cut, displayWidth } from './columns.ts';
import type { Paint } from './paint.ts';

export interface ExcerptOptions {
  /** Room for line numbers, in cells. */
  readonly gutter: number;
  /** Cells that a line may take; of a longer one the stretch around the marked piece is shown. */
  readonly width: number;
  readonly mark: '^' | '-';
  readonly paint: Paint;
  paintMark(text: string): string;
}

/** The line on which a range begins, numbered, and under it a line that marks the range. */
export function excerpt(
  source: { readonly text: string; readonly lines: Lines },
  range: Range,
  { gutter, width, mark, paint, paintMark }: ExcerptOptions,
): readonly string[] {
  const { line, character } = source.lines.position(range.start);
  const start = source.lines.offset({ line, character: 0 });
  const next = source.lines.offset({ line: line + 1, character: 0 });
  const whole = source.text.slice(start, next).replace(/[\r\n]+$/, '');
  const before = shown(whole.slice(0, character));
  const marked = shown(whole.slice(character, range.end - start).trimEnd());
  const after = shown(whole.slice(character + (range.end - range.start)));
  const room = Math.max(width - gutter - 3, 20);
  const lead = tailOf(before, Math.max(room - displayWidth(marked) - 10, Math.floor(room / 3)));
  const number = paint.dim(`${String(line + 1).padStart(gutter)} │`);
  const carets = mark.repeat(Math.min(Math.max(displayWidth(marked), 1), room - displayWidth(lead)));
  return [
    `${number} ${cut(lead + marked + after, room)}`.trimEnd(),
    `${paint.dim(`${' '.repeat(gutter)} │`)} ${' '.repeat(displayWidth(lead))}${paintMark(carets)}`,
  ];
}

/** Each character in cells of its own: a tab is seen as an arrow. */
function shown(text: string): string {
  return plainLine(text).replaceAll('\t', '→');
}

/** The end of a text, headed by `…` where its beginning had to go. */
function tailOf(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const characters = [...text];
  let from = characters.length;
  for (let taken = 1; from > 0; from--) {
    taken += displayWidth(characters[from - 1] ?? '');
    if (taken > width) break;
  }
  return `…${characters.slice(from).join('')}`;
}
