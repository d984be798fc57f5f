import type { Analysis } from '../../../../src/language/analyze.ts';
import type { Diagnostic } from '../../../../src/model/diagnostic.ts';
import type { Range } from '../../../../src/model/text.ts';

/**
 * A file with its diagnostics drawn beneath the lines that they stand on: carets, severity, code and message, then
 * related places, and what it would be replaced by.
 */
export function drawDiagnostics({ text, lines, diagnostics }: Analysis): string {
  const byLine = new Map<number, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { line } = lines.position(diagnostic.range.start);
    byLine.set(line, [...(byLine.get(line) ?? []), diagnostic]);
  }
  return text
    .split('\n')
    .flatMap((source, line) => [
      `  ${source.replace('\r', '␍').replaceAll('\t', '→').replace('\ufeff', '⍰')}`.trimEnd(),
      ...(byLine.get(line) ?? []).flatMap((diagnostic) => drawn(diagnostic)),
    ])
    .join('\n');

  function drawn(diagnostic: Diagnostic): readonly string[] {
    const { range, severity, code, message, related, replacement } = diagnostic;
    const { character } = lines.position(range.start);
    const margin = `! ${' '.repeat(character)}`;
    return [
      `${margin}${carets(range)} ${severity} ${code}: ${message}`,
      ...related.map((place) => `${margin}  also ${at(place.range)}: ${place.message}`),
      ...(replacement === undefined ? [] : [`${margin}  → ${replacement}`]),
    ];
  }

  function carets(range: Range): string {
    const start = lines.position(range.start);
    const end = lines.position(range.end);
    if (end.line > start.line) return `^… to ${at({ start: range.end, end: range.end })}`;
    return end.character > start.character ? '^'.repeat(end.character - start.character) : '|';
  }

  function at({ start, end }: Range): string {
    const { line, character } = lines.position(start);
    const piece = text.slice(start, end);
    return `${line + 1}:${character + 1}${piece === '' ? '' : ` ${JSON.stringify(piece)}`}`;
  }
}
