import type { FoundOutput, FoundOutputs } from '../knownOutput.ts';
import { keyOf } from './objectKeys.ts';
import { behind, type Source, stands, textAt } from './source.ts';

/** Finds what a name stands for as a type. */
export type TypeNamed = (name: string, depth: number) => FoundOutputs | undefined;

/** What a type says, and where it ends. */
export interface ReadType {
  /** Absent where it isn't told. */
  readonly found: FoundOutputs | undefined;
  /** The index behind its last word. */
  readonly end: number;
}

/** Types that name one another further than this aren't followed. */
const DEEPEST = 12;

const NONE: FoundOutputs = { outputs: [], complete: true };

/** The members of the type that begins at an index, `Promise` taken off. */
export function typeKeys(source: Source, start: number, named: TypeNamed, depth = 0): ReadType {
  let at = start;
  let found: FoundOutputs | undefined = NONE;
  if (depth > DEEPEST) return { found: undefined, end: start + 1 };
  if (/^[|&]$/.test(textAt(source, at))) at++;
  for (;;) {
    const part = onePart(source, at, named, depth);
    found = found === undefined || part.found === undefined ? undefined : both(found, part.found);
    at = part.end;
    while (textAt(source, at) === '[' && source.tokens[at]?.onNewLine === false) {
      at = behind(source, at);
      found = undefined;
    }
    if (!/^[|&]$/.test(textAt(source, at))) return { found, end: at };
    at++;
  }
}

function onePart(source: Source, at: number, named: TypeNamed, depth: number): ReadType {
  const token = source.tokens[at];
  const word = textAt(source, at);
  if (/^(readonly|keyof|typeof|unique|infer|asserts)$/.test(word)) {
    return { found: undefined, end: typeKeys(source, at + 1, named, depth + 1).end };
  }
  if (word === '{') return { found: membersIn(source, at), end: behind(source, at) };
  if (word === '(') {
    const end = behind(source, at);
    if (textAt(source, end) === '=>')
      return { found: undefined, end: typeKeys(source, end + 1, named, depth + 1).end };
    return { found: typeKeys(source, at + 1, named, depth + 1).found, end };
  }
  if (word === '[') return { found: undefined, end: behind(source, at) };
  if (token?.type !== 'name') return { found: undefined, end: at + 1 };
  if (/^(null|undefined|void)$/.test(word)) return { found: NONE, end: at + 1 };
  if (textAt(source, at + 1) === '<') {
    const end = behindAngle(source, at + 1);
    const isThin = /^(Promise|PromiseLike|Readonly|Partial|Required)$/.test(word);
    return { found: isThin ? typeKeys(source, at + 2, named, depth + 1).found : undefined, end };
  }
  let end = at + 1;
  while (textAt(source, end) === '.') end += 2;
  return { found: end === at + 1 ? named(word, depth + 1) : undefined, end };
}

function both(a: FoundOutputs, b: FoundOutputs): FoundOutputs {
  return { outputs: [...a.outputs, ...b.outputs], complete: a.complete && b.complete };
}

/** Behind the `>` that closes the `<` at an index. */
function behindAngle(source: Source, start: number): number {
  let open = 0;
  for (let at = start; at < source.tokens.length; ) {
    if (textAt(source, at) === '<') open++;
    else if (textAt(source, at) === '>' && --open === 0) return at + 1;
    at = behind(source, at);
  }
  return source.tokens.length;
}

/** The members of a type literal or an interface, whose brace stands at an index. */
export function membersIn(source: Source, open: number): FoundOutputs | undefined {
  const close = source.tokens[open]?.partner ?? -1;
  if (close < 0) return undefined;
  const outputs: FoundOutput[] = [];
  let complete = true;
  let at = open + 1;
  while (at < close) {
    while (source.tokens[at]?.type === 'doc') at++;
    if (/^(readonly|get)$/.test(textAt(source, at)) && !/^[?:(]$/.test(textAt(source, at + 1))) at++;
    const key = keyOf(source.tokens[at]);
    const isOptional = stands(source, at + 1, '?');
    const colon = isOptional ? at + 2 : at + 1;
    const end = memberEnd(source, at, close);
    if (key === undefined) complete &&= at >= close;
    else {
      const first = source.tokens[colon + 1];
      const last = source.tokens[end - 1];
      const isTyped = textAt(source, colon) === ':' && first !== undefined && last !== undefined;
      outputs.push(isTyped ? { ...key, type: shortened(source.text.slice(first.start, last.end)) } : key);
    }
    at = end;
    while (/^[;,]$/.test(textAt(source, at)) && at < close) at++;
  }
  return { outputs, complete };
}

/** A member ends with `;` or `,`, or with its line where the type is over. */
function memberEnd(source: Source, start: number, close: number): number {
  let angle = 0;
  for (let at = start; at < close; at = behind(source, at)) {
    const word = textAt(source, at);
    if (word === '<') angle++;
    if (word === '>') angle--;
    if (angle <= 0 && /^[;,]$/.test(word)) return at;
    const goesOn = /^[|&:?<>=.]|=>$/.test(textAt(source, at - 1)) || /^[|&:?<>=.]/.test(word);
    if (angle <= 0 && at > start + 1 && source.tokens[at]?.onNewLine === true && !goesOn) return at;
  }
  return close;
}

function shortened(type: string): string {
  const flat = type.replace(/\s+/g, ' ').trim();
  return flat.length > 80 ? `${flat.slice(0, 79)}…` : flat;
}
