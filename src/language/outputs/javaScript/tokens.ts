import type { Range } from '../../../model/text.ts';

/** A word of JavaScript or TypeScript. Ordinary comments are left out; `doc` is one that begins with two stars. */
export interface Token extends Range {
  readonly type: 'name' | 'number' | 'string' | 'template' | 'regex' | 'mark' | 'doc';
  readonly text: string;
  /** Of a bracket: where its partner stands among the tokens; -1 where there is none. */
  readonly partner: number;
  /** It is the first on its line. */
  readonly onNewLine: boolean;
}

const SPACE = /\s+/y;
const NAME = /[#\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;
const NUMBER = /\.?\d(?:[\w.]|(?<=[eE])[-+])*/y;
const STRING = /"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?/y;
const REGEX = /\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y;
const MARK = /=>|\.\.\.|\?\.(?!\d)|===|!==|==|!=|&&=?|\|\|=?|\?\?=?|[-+*/%&|^]=|\+\+|--|[\s\S]/uy;

/** Cuts a source into its words. Whatever it holds, each letter is looked at once. */
export function tokensOf(source: string): readonly Token[] {
  const tokens: (Token & { partner: number })[] = [];
  const open: number[] = [];
  let onNewLine = true;
  let at = 0;
  const fits = (pattern: RegExp): number | undefined => {
    pattern.lastIndex = at;
    return pattern.test(source) ? pattern.lastIndex : undefined;
  };
  const add = (type: Token['type'], end: number): void => {
    tokens.push({ type, text: source.slice(at, end), start: at, end, partner: -1, onNewLine });
    onNewLine = false;
    at = end;
  };
  while (at < source.length) {
    const space = fits(SPACE);
    if (space !== undefined) {
      onNewLine ||= source.slice(at, space).includes('\n');
      at = space;
    } else if (source.startsWith('//', at)) at = endOr(source, source.indexOf('\n', at));
    else if (source.startsWith('/*', at)) {
      const close = source.indexOf('*/', at + 2);
      const end = close < 0 ? source.length : close + 2;
      if (source[at + 2] === '*' && end - at > 4) add('doc', end);
      else at = end;
    } else if (source[at] === '`') add('template', endOfTemplate(source, at));
    else if (source[at] === '"' || source[at] === "'") add('string', fits(STRING) ?? at + 1);
    else {
      const regex = source[at] === '/' && mayBeRegex(tokens.at(-1)) ? fits(REGEX) : undefined;
      const name = regex === undefined ? fits(NAME) : undefined;
      const number = regex === undefined && name === undefined ? fits(NUMBER) : undefined;
      if (regex !== undefined) add('regex', regex);
      else if (name !== undefined) add('name', name);
      else if (number !== undefined) add('number', number);
      else {
        add('mark', fits(MARK) ?? at + 1);
        pair(tokens, open);
      }
    }
  }
  return tokens;
}

const PARTNERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Finds the partner of the bracket that was read last, if it is one. */
function pair(tokens: readonly (Token & { partner: number })[], open: number[]): void {
  const index = tokens.length - 1;
  const closing = tokens[index];
  if (closing === undefined) return;
  if ('([{'.includes(closing.text)) open.push(index);
  const wanted = Object.hasOwn(PARTNERS, closing.text) ? PARTNERS[closing.text] : undefined;
  const opening = wanted === undefined ? undefined : tokens[open.at(-1) ?? -1];
  if (opening === undefined || opening.text !== wanted) return;
  closing.partner = open.pop() ?? -1;
  opening.partner = index;
}

/** Behind a value a slash divides. */
function mayBeRegex(before: Token | undefined): boolean {
  if (before === undefined) return true;
  if (before.type === 'name')
    return /^(return|typeof|case|in|of|delete|void|throw|await|yield|else|do)$/.test(before.text);
  return before.type === 'doc' || (before.type === 'mark' && !/^[)\]}]$/.test(before.text));
}

function endOfTemplate(source: string, start: number): number {
  // What is open, innermost last: a text (-1), or code in `${ }` with so many braces of its own.
  const open = [-1];
  for (let at = start + 1; at < source.length; at++) {
    const char = source[at];
    const inner = open.at(-1) ?? -1;
    if (char === '\\') at++;
    else if (inner < 0 && char === '`') {
      open.pop();
      if (open.length === 0) return at + 1;
    } else if (inner < 0 && char === '$' && source[at + 1] === '{') {
      open.push(0);
      at++;
    } else if (inner >= 0 && char === '`') open.push(-1);
    else if (inner >= 0 && char === '{') open[open.length - 1] = inner + 1;
    else if (inner > 0 && char === '}') open[open.length - 1] = inner - 1;
    else if (inner === 0 && char === '}') open.pop();
  }
  return source.length;
}

function endOr(source: string, found: number): number {
  return found < 0 ? source.length : found;
}
