/** What an expression that is being written asks for at its end. */
export interface ExpressionCursor {
  /** Names that a member is read of, outermost first; empty where a word begins by itself. A computed one is `undefined`. */
  readonly chain: readonly (string | undefined)[];
  /**
   * `word`: a name or a member. `text`: inside of a text in quotes. `key`: inside of the quotes of `x['…']`.
   * `nothing`: behind something whose members aren't known, as in `fromJSON(x).`.
   */
  readonly role: 'word' | 'text' | 'key' | 'nothing';
  /** What is written of it. */
  readonly word: string;
  /** The path on the other side of `==` or `!=`, where the cursor is at the beginning of what it is compared with. */
  readonly compared: readonly (string | undefined)[] | undefined;
}

interface Token {
  readonly type: 'text' | 'name' | 'number' | 'mark';
  readonly text: string;
}

const TOKENS = /\s+|'(?:[^']|'')*'?|[A-Za-z_][\w-]*|\d[\w.]*|==|!=|<=|>=|&&|\|\||[\s\S]/g;

export function expressionCursor(before: string): ExpressionCursor {
  const tokens: Token[] = [];
  for (const [text] of before.matchAll(TOKENS)) {
    if (text.trim() !== '') tokens.push({ type: typeOf(text), text });
  }
  const last = tokens.at(-1);
  const endsInWord = /[\w-]$/.test(before) && last?.type !== 'text';
  if (last?.type === 'text' && isOpen(last.text)) {
    const rest = tokens.slice(0, -1);
    const word = last.text.slice(1).replaceAll("''", "'");
    const chain = rest.at(-1)?.text === '[' ? pathBefore(rest.slice(0, -1)) : undefined;
    if (chain !== undefined) return { chain, role: 'key', word, compared: undefined };
    return { chain: [], role: 'text', word, compared: comparedWith(rest) };
  }
  const word = endsInWord ? (last?.text ?? '') : '';
  const rest = endsInWord ? tokens.slice(0, -1) : tokens;
  if (last?.type === 'number' && /[\w.]$/.test(before))
    return { chain: [], role: 'nothing', word, compared: undefined };
  if (rest.at(-1)?.text !== '.') {
    return { chain: [], role: 'word', word, compared: comparedWith(rest) };
  }
  const chain = pathBefore(rest.slice(0, -1));
  return { chain: chain ?? [], role: chain === undefined ? 'nothing' : 'word', word, compared: undefined };
}

function typeOf(text: string): Token['type'] {
  if (text.startsWith("'")) return 'text';
  if (/^[A-Za-z_]/.test(text)) return 'name';
  return /^\d/.test(text) ? 'number' : 'mark';
}

function isOpen(text: string): boolean {
  return text.length < 2 || (text.split("'").length - 1) % 2 === 1;
}

function comparedWith(tokens: readonly Token[]): ExpressionCursor['compared'] {
  const operator = tokens.at(-1)?.text;
  return operator === '==' || operator === '!=' ? pathBefore(tokens.slice(0, -1)) : undefined;
}

/** `tasks.a['x']` at the end of some tokens; nothing where something else is. */
function pathBefore(tokens: readonly Token[]): readonly (string | undefined)[] | undefined {
  const path: (string | undefined)[] = [];
  let at = tokens.length - 1;
  for (;;) {
    const token = tokens[at];
    if (token?.text === ']') {
      const key = tokens[at - 1];
      const isPlain = key?.type === 'text' && tokens[at - 2]?.text === '[';
      if (!isPlain) return undefined;
      path.unshift(key.text.slice(1, -1).replaceAll("''", "'"));
      at -= 3;
      continue;
    }
    if (token?.type !== 'name') return undefined;
    path.unshift(token.text);
    if (tokens[at - 1]?.text !== '.') return path;
    at -= 2;
  }
}

/** A call that the end of an expression is inside of. */
export interface OpenCall {
  readonly name: string;
  /** How many arguments are over. */
  readonly argument: number;
}

/** The innermost call whose bracket is open at the end. */
export function openCall(before: string): OpenCall | undefined {
  const open: { name: string | undefined; argument: number }[] = [];
  let name: string | undefined;
  for (const [text] of before.matchAll(TOKENS)) {
    if (text.trim() === '') continue;
    if (text === '(' || text === '[') open.push({ name: text === '(' ? name : undefined, argument: 0 });
    else if (text === ')' || text === ']') open.pop();
    else if (text === ',') {
      const inner = open.at(-1);
      if (inner !== undefined) inner.argument++;
    }
    name = typeOf(text) === 'name' ? text : undefined;
  }
  // Brackets that only group, and indices, are looked through.
  const call = open.findLast((each) => each.name !== undefined);
  return call?.name === undefined ? undefined : { name: call.name, argument: call.argument };
}
