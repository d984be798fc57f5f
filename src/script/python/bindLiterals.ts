import { bind, fault, type Scan } from '../scan.ts';
import type { Literal, LiteralValue } from './literal.ts';

export function reference(name: string): string {
  return `__import__("os").environ["${name}"]`;
}

/**
 * Puts values between the halves of string literals. Literals that stand side by side are one string, and
 * become a sum in parentheses as soon as a value is in one of them.
 */
export function bindLiterals(scan: Scan, literals: readonly Literal[]): void {
  const first = literals[0];
  const last = literals.at(-1);
  if (first === undefined || last === undefined || literals.every(({ values }) => values.length === 0))
    return;
  for (const literal of literals) {
    if (literal !== first) scan.edits.push({ start: literal.start, end: literal.start, text: '+ ' });
    else scan.edits.push({ start: first.start, end: first.start, text: '(' });
    for (const value of literal.values) bindValue(scan, literal, value);
  }
  scan.edits.push({ start: last.end, end: last.end, text: ')' });
}

function bindValue(scan: Scan, literal: Literal, { offset, backslash, quotes }: LiteralValue): void {
  const { prefix, opening, quote } = literal;
  const raw = prefix.includes('r');
  if (prefix.includes('t')) fault(scan, offset, offset + 1, TEMPLATE);
  if (quotes > 0 && raw) fault(scan, offset, offset + 1, RAW_QUOTES);
  // Together with the quotes that are put behind them, these would end the literal too early.
  for (let i = offset - quotes; i < offset; i++) scan.edits.push({ start: i, end: i, text: '\\' });
  // A raw literal can't end in a backslash; in others it has to be escaped before the quote.
  if (backslash) scan.edits.push({ start: offset - 1, end: offset, text: raw ? '' : '\\\\' });
  const bytes = prefix.includes('b');
  const slash = backslash && raw ? ` + ${bytes ? 'b' : ''}"\\\\"` : '';
  bind(scan, offset, {
    type: 'value',
    read: (name) => `${quote}${slash} + ${reference(name)}${bytes ? '.encode()' : ''} + ${opening}`,
  });
}

const TEMPLATE =
  'A value can’t be put into the text of a t-string. Put it into a variable, and write `{name}` for it.';

const RAW_QUOTES =
  'A raw string can’t end with its own quote, so that no value can follow it here. Leave the `r` away, or put the value into a variable.';
