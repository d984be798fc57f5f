import { ExpressionError, Lexer, Parser } from '@actions/expressions';
import {
  Binary,
  ContextAccess,
  type Expr,
  FunctionCall,
  Grouping,
  IndexAccess,
  Literal,
  Logical,
  Star,
  Unary,
} from '@actions/expressions/ast';
import { type Token, TokenType } from '@actions/expressions/lexer';
import type { Range } from '../model/text.ts';
import { type ExpressionFault, endsTooEarly, faultOf, unknownFunction } from './fault.ts';
import { CONTEXTS, FUNCTIONS, STATUS_FUNCTIONS } from './names.ts';

/** One expression, read. `expr` is absent where it couldn't be. */
export interface ParsedExpression {
  readonly expr: Expr | undefined;
  readonly fault: ExpressionFault | undefined;
  /** Where each token of `expr` stands in the source. */
  readonly places: ReadonlyMap<Token, Range>;
}

const STATUS = STATUS_FUNCTIONS.map(({ name }) => ({ name, minArgs: 0, maxArgs: 0 }));
const KNOWN_FUNCTIONS = new Set([...FUNCTIONS, ...STATUS_FUNCTIONS].map(({ name }) => name.toLowerCase()));

/** Reads the source of one expression: what stands between `${{` and `}}`. Never throws. */
export function parseExpression(source: string): ParsedExpression {
  let places: ReadonlyMap<Token, Range> = new Map();
  const failed = (fault: ExpressionFault): ParsedExpression => ({ expr: undefined, fault, places });
  if (source.trim() === '') return failed(faultOf('Empty expression', { start: 0, end: source.length }));
  try {
    const tokens = new Lexer(source).lex().tokens.map(unquoted);
    places = placesOf(source, tokens);
    const expr = new Parser(tokens, Object.keys(CONTEXTS), STATUS).parse();
    const unknown = tokens.find(
      (token, i) =>
        token.type === TokenType.IDENTIFIER &&
        tokens[i + 1]?.type === TokenType.LEFT_PAREN &&
        !KNOWN_FUNCTIONS.has(token.lexeme.toLowerCase()),
    );
    // The library takes `constructor()` for a function that it knows.
    if (unknown !== undefined) return failed(unknownFunction(unknown.lexeme, rangeIn(places, unknown)));
    return { expr, fault: undefined, places };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!(error instanceof ExpressionError)) return failed(faultOf(message, lexerRange(source, message)));
    const token = [...places.keys()].find(({ range }) => range.start === error.pos);
    if (token?.type === TokenType.EOF) return failed(endsTooEarly(source));
    const range = token === undefined ? undefined : places.get(token);
    return failed(faultOf(message, range ?? { start: 0, end: source.length }));
  }
}

/** Calls back for an expression and all that it is made of, outermost first. */
export function walk(expr: Expr, visit: (expr: Expr) => void): void {
  visit(expr);
  if (expr instanceof Unary) walk(expr.expr, visit);
  else if (expr instanceof Grouping) walk(expr.group, visit);
  else if (expr instanceof Binary) for (const side of [expr.left, expr.right]) walk(side, visit);
  else if (expr instanceof Logical || expr instanceof FunctionCall) {
    for (const arg of expr.args) walk(arg, visit);
  } else if (expr instanceof IndexAccess) for (const side of [expr.expr, expr.index]) walk(side, visit);
}

/** `tasks.train.outputs['rmse']` taken apart: the context, then each name with its token; a computed name is `undefined`. */
export function accessPath(
  expr: Expr,
): { readonly context: Token; readonly path: readonly (Token | undefined)[] } | undefined {
  const path: (Token | undefined)[] = [];
  let at = expr;
  while (at instanceof IndexAccess) {
    path.push(at.index instanceof Literal && !(at.index instanceof Star) ? at.index.token : undefined);
    at = at.expr;
  }
  return at instanceof ContextAccess ? { context: at.name, path: path.reverse() } : undefined;
}

/** Where a part of an expression stands. Of the brackets around it those belong to it that close within. */
export function rangeOf({ places }: Pick<ParsedExpression, 'places'>, expr: Expr): Range {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  const all = [...places];
  walk(expr, (part) => {
    for (const token of tokensOf(part)) {
      const at = all.findIndex(([each]) => each === token);
      // The bracket of a call is no part of its name.
      const last = all[part instanceof FunctionCall ? at + 1 : at];
      start = Math.min(start, rangeIn(places, token).start);
      end = Math.max(end, last?.[1].end ?? 0);
    }
  });
  return balanced(all, { start: Math.min(start, end), end });
}

/** The same and the brackets before it and behind it that are open or closed in it. */
function balanced(places: readonly (readonly [Token, Range])[], { start, end }: Range): Range {
  let open = 0;
  let missing = 0;
  for (const [{ type }, range] of places) {
    if (range.start < start || range.end > end) continue;
    if (type === TokenType.LEFT_PAREN) open++;
    else if (type === TokenType.RIGHT_PAREN && open > 0) open--;
    else if (type === TokenType.RIGHT_PAREN) missing++;
  }
  const before = places.filter(([{ type }, range]) => type === TokenType.LEFT_PAREN && range.end <= start);
  const behind = places.filter(([{ type }, range]) => type === TokenType.RIGHT_PAREN && range.start >= end);
  const first = missing === 0 ? undefined : before.at(-missing);
  const last = open === 0 ? undefined : behind[open - 1];
  return { start: first?.[1].start ?? start, end: last?.[1].end ?? end };
}

function tokensOf(expr: Expr): readonly Token[] {
  if (expr instanceof Literal) return [expr.token];
  if (expr instanceof ContextAccess) return [expr.name];
  if (expr instanceof FunctionCall) return [expr.functionName];
  return expr instanceof Unary ? [expr.operator] : [];
}

export function rangeIn(places: ReadonlyMap<Token, Range>, token: Token): Range {
  return places.get(token) ?? { start: 0, end: 0 };
}

/** The library undoubles only the first `''` of a text. */
function unquoted(token: Token): Token {
  if (token.type !== TokenType.STRING) return token;
  return { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") };
}

/** The library's own positions go astray behind a text with a line break; tokens and blanks are all there is. */
function placesOf(source: string, tokens: readonly Token[]): ReadonlyMap<Token, Range> {
  const places = new Map<Token, Range>();
  let at = 0;
  for (const token of tokens) {
    while (' \t\r\n'.includes(source[at] ?? '.')) at++;
    places.set(token, { start: at, end: at + token.lexeme.length });
    at += token.lexeme.length;
  }
  return places;
}

/** The lexer tells the place, counted from 1, only in its words. */
function lexerRange(source: string, message: string): Range {
  const [, position = '1'] = /Located at position (\d+) within expression/.exec(message) ?? [];
  const start = Math.min(Number(position) - 1, source.length);
  const word = /^(\w[\w-]*|\S)/.exec(source.slice(start, start + 100))?.[0].length ?? 0;
  return { start, end: start + word };
}
