import type { Diagnostic } from '../model/diagnostic.ts';
import type { Lines, Range } from '../model/text.ts';
import { oneLine } from './cleanLine.ts';
import type { Paint } from './paint.ts';
import { excerpt } from './sourceExcerpt.ts';

/** The file that a diagnostic is about. */
export interface Source {
  /** For people: a path, as they gave it. */
  readonly file: string;
  readonly text: string;
  readonly lines: Lines;
}

/**
 * A diagnostic as compilers draw it, without a line break at the end: place, severity, message and code, then the
 * line itself with the fault underlined, then the related places. The first line has the form of GCC's, which
 * editors and problem matchers understand.
 */
export function diagnosticText(diagnostic: Diagnostic, source: Source, paint: Paint, width = 100): string {
  const { severity, related } = diagnostic;
  const places = [diagnostic, ...related];
  const gutter = Math.max(...places.map((place) => String(lineOf(source, place.range)).length));
  const say = (text: string): string => paint.severity(severity, text);
  return [
    `${paint.bold(placeText(source, diagnostic.range))}: ${say(paint.bold(severity))}: ${paint.bold(oneLine(diagnostic.message))} ${paint.dim(`[${diagnostic.code}]`)}`,
    ...excerpt(source, diagnostic.range, { gutter, width, mark: '^', paint, paintMark: say }),
    ...related.flatMap((place) => [
      `${' '.repeat(gutter + 1)} ${paint.dim(`${placeText(source, place.range)}:`)} ${oneLine(place.message)}`,
      ...excerpt(source, place.range, { gutter, width, mark: '-', paint, paintMark: paint.dim }),
    ]),
  ].join('\n');
}

/** `flow.yaml:12:5`, one-based as people and editors count. */
function placeText({ file, lines }: Source, range: Range): string {
  const { line, character } = lines.position(range.start);
  return `${oneLine(file)}:${line + 1}:${character + 1}`;
}

function lineOf({ lines }: Source, range: Range): number {
  return lines.position(range.start).line + 1;
}
