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
import type { Token } from '@actions/expressions/lexer';
import { linesOf, type Range } from '../model/text.ts';
import { CONTEXTS, STATUS_FUNCTIONS } from './names.ts';

/** One expression, read. `expr` is absent where it couldn't be. */
export interface ParsedExpression {
  readonly expr: Expr | undefined;
  readonly fault: { readonly message: string; readonly range: Range } | undefined;
}

/** Reads the source of one expression: what stands between `${{` and `}}`. Never throws. */
export function parseExpression(source: string): ParsedExpression {
  if (source.trim() === '') {
    return {
      expr: undefined,
      fault: { message: 'Empty expression.', range: { start: 0, end: source.length } },
    };
  }
  try {
    const { tokens } = new Lexer(source).lex();
    const statusFunctions = STATUS_FUNCTIONS.map(({ name }) => ({ name, minArgs: 0, maxArgs: 0 }));
    return { expr: new Parser(tokens, Object.keys(CONTEXTS), statusFunctions).parse(), fault: undefined };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at =
      error instanceof ExpressionError
        ? linesOf(source).offset(zeroBased(error.pos))
        : lexerPosition(message);
    const word = /^(\w[\w-]*|\S)/.exec(source.slice(at))?.[0].length ?? 0;
    return { expr: undefined, fault: { message: plain(message), range: { start: at, end: at + word } } };
  }
}

/** Where a token stands in its source. */
export function tokenRange(source: string, token: Token): Range {
  const lines = linesOf(source);
  return { start: lines.offset(zeroBased(token.range.start)), end: lines.offset(zeroBased(token.range.end)) };
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
    path.unshift(at.index instanceof Literal && !(at.index instanceof Star) ? at.index.token : undefined);
    at = at.expr;
  }
  return at instanceof ContextAccess ? { context: at.name, path } : undefined;
}

function zeroBased(position: { readonly line: number; readonly column: number }) {
  return { line: position.line, character: position.column };
}

/** The lexer tells the place, counted from 1, only in its words. */
function lexerPosition(message: string): number {
  const [, position = '1'] = /Located at position (\d+) within expression/.exec(message) ?? [];
  return Number(position) - 1;
}

/** The library's sentences name GitHub's concepts; ours speak of what an author of a workflow sees. */
function plain(message: string): string {
  const [, what = message, token = ''] = /^(.*?): '([\s\S]*?)'(?:\. Located at[\s\S]*)?$/.exec(message) ?? [];
  switch (what) {
    case 'Unrecognized named-value':
      return `Unknown name '${token}'. Expressions read ${Object.keys(CONTEXTS).join(', ')}; a text is written in 'single quotes'.`;
    case 'Unrecognized function':
      return `Unknown function '${token}'.`;
    case 'Too few parameters supplied':
      return `'${token}' needs more arguments.`;
    case 'Too many parameters supplied':
      return `'${token}' takes fewer arguments.`;
    case 'Unexpected end of expression':
      return 'The expression ends too early.';
    case 'Unexpected symbol':
      if (token.startsWith("'")) return 'This text is never closed: it ends with a single quote.';
      if (token.startsWith('"')) return "A text is written in 'single quotes' here.";
      return `'${token}' isn't expected here.`;
    default:
      return /[.!?]$/.test(message) ? message : `${message}.`;
  }
}
