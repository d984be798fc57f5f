import { type FoundOutput, type FoundOutputs, NOTHING_KNOWN } from '../knownOutput.ts';
import { keyOf, objectKeys } from './objectKeys.ts';
import { behind, type Source, stands, textAt, topLevel } from './source.ts';

const NONE: FoundOutputs = { outputs: [], complete: true };

const MOST_RETURNS = 100;

/** Expressions in more brackets, or of more conditions, aren't followed. */
const DEEPEST = 20;

/** What the function whose body stands between two indices returns, wherever it does. */
export function returned(source: Source, start: number, end: number): FoundOutputs {
  const values = returnsIn(source, start, end);
  if (values.length > MOST_RETURNS) return NOTHING_KNOWN;
  return union(values.map((at) => keysOf(source, at, start, end)));
}

/** What an expression that begins at an index gives, as far as it is an object that is written out. */
export function keysOf(source: Source, at: number, start: number, end: number, depth = 0): FoundOutputs {
  if (depth > DEEPEST) return NOTHING_KNOWN;
  const token = source.tokens[at];
  const last = lastOf(source, at, end);
  const question = [...topLevel(source, at, last)].find((each) => textAt(source, each) === '?');
  if (question !== undefined) {
    const colon = [...topLevel(source, question, last)].find((each) => textAt(source, each) === ':');
    if (colon === undefined) return NOTHING_KNOWN;
    return union([
      keysOf(source, question + 1, start, colon, depth + 1),
      keysOf(source, colon + 1, start, last, depth + 1),
    ]);
  }
  if (token === undefined || at >= last || /^(null|undefined)$/.test(token.text)) return NONE;
  const isAlone = (next: number): boolean => next >= last || /^(as|satisfies)$/.test(textAt(source, next));
  if (token.text === '(' && isAlone(behind(source, at)))
    return keysOf(source, at + 1, start, token.partner, depth + 1);
  if (token.text === '{' && isAlone(behind(source, at))) return objectKeys(source, at);
  if (token.type === 'name' && isAlone(at + 1)) return variableKeys(source, token.text, start, end);
  return NOTHING_KNOWN;
}

/** Where the values of the `return`s of a body begin; those of functions inside of it aren't its own. */
function returnsIn(source: Source, start: number, end: number): readonly number[] {
  const found: number[] = [];
  for (let at = start; at < end; at++) {
    const word = textAt(source, at);
    if (word === 'return' && textAt(source, at - 1) !== '.' && textAt(source, at + 1) !== ':') {
      const isBare = source.tokens[at + 1]?.onNewLine === true || /^[;}]$/.test(textAt(source, at + 1));
      found.push(isBare ? end : at + 1);
    } else if (word === '{' && isFunctionBody(source, at)) at = behind(source, at) - 1;
  }
  return found;
}

/** Of a function, a method or a class, rather than a block or an object. */
function isFunctionBody(source: Source, brace: number): boolean {
  const before = textAt(source, brace - 1);
  if (before === '=>') return true;
  if (before === ')') {
    const open = source.tokens[brace - 1]?.partner ?? -1;
    return !/^(if|for|while|switch|catch|with|await)$/.test(textAt(source, open - 1));
  }
  for (let at = brace - 1; at >= 0 && at > brace - 12; at--) {
    const word = textAt(source, at);
    if (word === 'class') return true;
    if (source.tokens[at]?.type !== 'name' && word !== '.') return false;
  }
  return false;
}

/** The index behind the last word of the expression that begins at an index. */
function lastOf(source: Source, start: number, end: number): number {
  for (const at of topLevel(source, start, end)) {
    const word = textAt(source, at);
    if (/^[;)}\],]$/.test(word)) return at;
    const token = source.tokens[at];
    const isOperator = token?.type === 'mark' && !/^[[{(]$/.test(word);
    const before = source.tokens[at - 1];
    const waits = before?.type === 'mark' && !/^[)\]}]$/.test(before.text);
    if (at > start && token?.onNewLine === true && !isOperator && !waits) return at;
  }
  return end;
}

/** The keys of a variable of the body: those that it begins with, and those that are set on it. */
function variableKeys(source: Source, name: string, start: number, end: number): FoundOutputs {
  const parts: FoundOutputs[] = [];
  let isDeclared = false;
  for (let at = start; at < end; at++) {
    const token = source.tokens[at];
    if (token?.type !== 'name' || token.text !== name || /^\??\.$/.test(textAt(source, at - 1))) continue;
    if (/^(const|let|var)$/.test(textAt(source, at - 1))) {
      const equals = [...topLevel(source, at, end)].find((each) => textAt(source, each) === '=');
      const isPlain = equals !== undefined && textAt(source, equals + 1) === '{' && !isDeclared;
      parts.push(isPlain ? objectKeys(source, equals + 1) : NOTHING_KNOWN);
      isDeclared = true;
    } else parts.push(useOf(source, at));
  }
  return isDeclared ? union(parts) : NOTHING_KNOWN;
}

/** What a use of the variable adds to it. */
function useOf(source: Source, at: number): FoundOutputs {
  const [before, next] = [textAt(source, at - 1), textAt(source, at + 1)];
  if (before === 'return' || before === '...') return NONE;
  // As a key of another object it is something else.
  if (next === ':' && /^[{,]$/.test(before)) return NONE;
  const isIndexed = next === '[' && source.tokens[at + 1]?.partner === at + 3;
  const key = next === '.' || isIndexed ? keyOf(source.tokens[at + 2], isIndexed) : undefined;
  if (key === undefined) return NOTHING_KNOWN;
  return isSet(source, isIndexed ? at + 4 : at + 3) ? { outputs: [key], complete: true } : NONE;
}

function isSet(source: Source, at: number): boolean {
  return stands(source, at, '=') || /^([-+*/%&|^]|&&|\|\||\?\?)=$/.test(textAt(source, at));
}

function union(parts: readonly FoundOutputs[]): FoundOutputs {
  const outputs: FoundOutput[] = parts.flatMap((part) => part.outputs);
  return { outputs, complete: parts.every((part) => part.complete) };
}
