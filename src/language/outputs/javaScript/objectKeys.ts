import { type FoundOutput, type FoundOutputs, NOTHING_KNOWN } from '../knownOutput.ts';
import { behind, type Source, stands, textAt } from './source.ts';
import type { Token } from './tokens.ts';

/** The keys of the object literal whose brace stands at an index. */
export function objectKeys(source: Source, open: number): FoundOutputs {
  const close = source.tokens[open]?.partner ?? -1;
  if (textAt(source, open) !== '{' || close < 0) return NOTHING_KNOWN;
  const outputs: FoundOutput[] = [];
  let complete = true;
  for (let at = open + 1; at < close; at = behindComma(source, at, close)) {
    while (source.tokens[at]?.type === 'doc') at++;
    if (at >= close) break;
    while (/^(async|get|set|\*)$/.test(textAt(source, at)) && !/^[,:(}=]$/.test(textAt(source, at + 1))) at++;
    const isComputed = textAt(source, at) === '[' && source.tokens[at]?.partner === at + 2;
    const found = keyOf(source.tokens[isComputed ? at + 1 : at], isComputed);
    if (found === undefined || stands(source, at, '...')) complete = false;
    else outputs.push(found);
  }
  return { outputs, complete };
}

/** The name that a key is: a word, or a text without escapes. */
export function keyOf(token: Token | undefined, isComputed = false): FoundOutput | undefined {
  if (token === undefined) return undefined;
  if (token.type === 'string' && !token.text.includes('\\')) {
    return { name: token.text.slice(1, -1), range: { start: token.start + 1, end: token.end - 1 } };
  }
  if (isComputed || (token.type !== 'name' && token.type !== 'number')) return undefined;
  return { name: token.text, range: { start: token.start, end: token.end } };
}

function behindComma(source: Source, from: number, close: number): number {
  let at = from;
  while (at < close && textAt(source, at) !== ',') at = behind(source, at);
  return at + 1;
}
