import { parseExpression } from '../../expression/syntax.ts';
import { hasExpression, parseTemplate } from '../../expression/template.ts';
import { type Range, sourceOffset } from '../../model/text.ts';
import { insertion } from '../edit/layout.ts';
import { asQuoted } from '../edit/scalar.ts';
import type { Edit } from '../edit.ts';
import { placeOf, type WrittenExpression } from '../writtenExpressions.ts';
import { expressionOf } from './referenceAt.ts';
import type { Draft, Problem, WayOut } from './wayOut.ts';

/** An expression as other languages would have it, or one that ends too early. */
export const mendExpression: WayOut = function* (problem) {
  const { analysis, diagnostic } = problem;
  const written = expressionOf(analysis, diagnostic.range);
  if (written?.fault === undefined) return;
  const whole = written.text.value;
  if (written.key === 'if' && hasExpression(written.source)) yield* oneExpression(problem, written);
  else if (hasExpression(whole) && whole.slice(written.start).startsWith('${{'))
    yield* closed(problem, written);
  else yield* inOurWords(problem, written);
};

interface Change {
  readonly piece: Range;
  readonly newText: string;
}

/** What a piece of another language is here. In texts nothing of it counts. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/===/y, '=='],
  [/!==/y, '!='],
  [/<>/y, '!='],
  [/(?<![=!<>])=(?!=)/y, '=='],
  [/(?<!&)&(?!&)/y, '&&'],
  [/(?<!\|)\|(?!\|)/y, '||'],
  [/\band\b/iy, '&&'],
  [/\bor\b/iy, '||'],
  [/\bnot\s+/iy, '!'],
  [/\?\?/y, '||'],
];

function* inOurWords({ analysis }: Problem, written: WrittenExpression): Iterable<Draft> {
  const changes = changesOf(written.source);
  const mended = applied(written.source, changes);
  const end = { start: written.source.trimEnd().length, end: written.source.trimEnd().length };
  for (const more of [
    '',
    ...')'
      .repeat(depth(mended))
      .split('')
      .map((_, i, all) => all.slice(i).join('')),
    "'",
  ]) {
    const all = more === '' ? changes : [...changes, { piece: end, newText: more }];
    const source = applied(written.source, all);
    if (all.length === 0 || parseExpression(source).fault !== undefined) continue;
    const edits = all.flatMap(({ piece, newText }) => editOf(analysis.text, written, piece, newText));
    yield { title: `Change to "${source.trim().slice(0, 80)}"`, edits, preferred: true };
    return;
  }
}

function changesOf(source: string): readonly Change[] {
  const changes: Change[] = [];
  let at = 0;
  while (at < source.length) {
    if (source[at] === "'") {
      const close = source.indexOf("'", at + 1);
      at = close < 0 ? source.length : close + 1;
      continue;
    }
    const [double] = /^"[^"']*"/.exec(source.slice(at)) ?? [];
    if (double !== undefined) {
      const end = at + double.length;
      changes.push({ piece: { start: at, end: at + 1 }, newText: "'" });
      changes.push({ piece: { start: end - 1, end }, newText: "'" });
      at = end;
      continue;
    }
    let length = 1;
    for (const [pattern, newText] of WORDS) {
      pattern.lastIndex = at;
      const [found] = pattern.exec(source) ?? [];
      if (found === undefined) continue;
      changes.push({ piece: { start: at, end: at + found.length }, newText });
      length = found.length;
      break;
    }
    at += length;
  }
  return changes;
}

function applied(source: string, changes: readonly Change[]): string {
  return changes.reduceRight(
    (text, { piece, newText }) => text.slice(0, piece.start) + newText + text.slice(piece.end),
    source,
  );
}

/** How many parentheses are open at the end. */
function depth(source: string): number {
  const open = source.replace(/'[^']*'/g, '').replace(/[^()]/g, '');
  return Math.min(5, Math.max(0, open.split('(').length - open.split(')').length));
}

/** A change of the value as one of the source, in the quotes that it stands in. */
function editOf(text: string, written: WrittenExpression, piece: Range, newText: string): readonly Edit[] {
  const quote = text[written.text.range.start];
  return [
    { range: placeOf(written, piece), newText: quote === "'" ? newText.replaceAll("'", "''") : newText },
  ];
}

/** `${{` whose braces are missing: behind the expression, on its line. */
function* closed(
  { analysis: { text } }: Problem,
  { text: value, start }: WrittenExpression,
): Iterable<Draft> {
  const rest = value.value.slice(start);
  const [line = ''] = rest.split('\n', 1);
  for (const [pattern, missing] of [
    [/^\$\{\{[^"}]*?(?=\s*\}(?!\}))/, '}'],
    [/^\$\{\{\s*[\w.'()[\], !=<>&|-]*?(?=\s*(["`;]|$))/, ' }}'],
    [/^.*?(?=\s*["']?\s*$)/, ' }}'],
  ] as const) {
    const [found] = pattern.exec(line) ?? [];
    if (found === undefined || found.length < 4) continue;
    const end = start + found.length;
    const at = missing === '}' ? end + (/^\s*\}/.exec(line.slice(found.length))?.[0].length ?? 0) : end;
    const mended = value.value.slice(0, at) + missing + value.value.slice(at);
    const parts = parseTemplate(mended);
    if (parts.some(({ type }) => type === 'unclosed')) continue;
    const part = parts.find((each) => each.type === 'expression' && each.range.start === start);
    if (part?.type !== 'expression' || parseExpression(part.source).fault !== undefined) continue;
    const newText = text[value.range.start] === "'" ? missing.replaceAll("'", "''") : missing;
    yield {
      title: `Add "${missing.trim()}"`,
      edits: [insertion(sourceOffset(value, at), newText)],
      preferred: true,
    };
    return;
  }
}

/** An `if` of several `${{ }}`, or with something around one. */
function* oneExpression({ place }: Problem, { text }: WrittenExpression): Iterable<Draft> {
  const inner = text.value.replaceAll(/\$\{\{\s*|\s*\}\}/g, '').trim();
  if (parseExpression(inner).fault !== undefined || inner.includes('\n')) return;
  const bare = `\${{ ${inner} }}`;
  const inFlow = place.steps.some((step) => step.type === 'pair' && step.map.flow);
  const newText = inFlow || /: |\s#/.test(bare) ? asQuoted(bare) : bare;
  yield {
    title: `Change to "${bare.slice(0, 80)}"`,
    edits: [{ range: text.range, newText }],
    preferred: true,
  };
}
