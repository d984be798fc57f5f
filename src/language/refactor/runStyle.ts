import { lineStart } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';
import { indentUnit, isWithin, lineBreak, lineEnd } from '../edit/layout.ts';
import { asScalar } from '../edit/scalar.ts';
import type { MapValue, Pair } from '../source/value.ts';
import type { Refactoring } from './refactoring.ts';

/** A script on the line of its key as a block below it, and a block of one line as one on the line of its key. */
export function* runStyle({ text, root }: Analysis, map: MapValue, pair: Pair): Iterable<Refactoring> {
  const { value, key } = pair;
  if (pair.merged || value.type !== 'scalar' || map.flow || !isWithin(value.range, pair.range)) return;
  const script = value.text.value;
  const isBlock = value.quoted && /^[|>]/.test(text.slice(value.range.start, value.range.end));
  const lines = script.replace(/\n$/, '').split('\n');
  const start = lineStart(text, key.range.start);
  const rest = text.slice(value.range.end, lineEnd(text, value.range.end));
  if (isBlock && lines.length === 1 && lines[0] !== '') {
    const written = text.slice(value.range.start, value.range.end);
    if (/^[|>][^\n]*#/.test(written)) return;
    const newText = asScalar(lines[0] ?? '', false);
    yield {
      title: 'Write the script on one line',
      kind: 'rewrite',
      files: [{ file: undefined, edits: [{ range: value.range, newText }] }],
    };
  } else if (!isBlock && script.trim() !== '' && rest.trim() === '' && isPlainBlock(lines)) {
    const lead = lineBreak(text) + ' '.repeat(key.range.start - start) + indentUnit(text, root);
    const newText = `|${lines.map((line) => (line === '' ? lineBreak(text) : lead + line)).join('')}`;
    yield {
      title: 'Write the script as a block',
      kind: 'rewrite',
      files: [{ file: undefined, edits: [{ range: value.range, newText }] }],
    };
  }
}

/** Whether a block can hold the lines as they are. */
function isPlainBlock(lines: readonly string[]): boolean {
  return (
    !/^\s|^$/.test(lines[0] ?? '') &&
    lines.at(-1) !== '' &&
    !lines.some((line) => /\p{Cc}(?<!\t)|[ \t]$/u.test(line))
  );
}
