import { FunctionCall } from '@actions/expressions/ast';
import type { Range } from '../model/text.ts';
import { accessPath, type ParsedExpression, rangeIn, walk } from './syntax.ts';

/** A name read by an expression: `tasks.train.outputs.rmse` has the context `tasks` and three names. */
export interface Reference {
  readonly context: string;
  readonly contextRange: Range;
  /** A computed name, as in `tasks[inputs.which]`, or a `*`, is `undefined`. */
  readonly path: readonly (ReferenceName | undefined)[];
  /** From the context to the last name, in the source of the expression. */
  readonly range: Range;
}

export interface ReferenceName {
  readonly name: string;
  /** Without quotes, where the name is quoted: `outputs['rmse']`. */
  readonly range: Range;
}

/** All that an expression reads, each path once at its longest. */
export function references(source: string, { expr, places }: ParsedExpression): readonly Reference[] {
  const found: Reference[] = [];
  const inner = new Set<number>();
  if (expr === undefined) return found;
  walk(expr, (part) => {
    const access = accessPath(part);
    if (access === undefined) return;
    const contextRange = rangeIn(places, access.context);
    // The walk is outermost first: a shorter path on the same context token is part of one seen before.
    if (inner.has(contextRange.start)) return;
    inner.add(contextRange.start);
    const path = access.path.map((token) => {
      if (token === undefined) return undefined;
      const { start, end } = rangeIn(places, token);
      const quoted = source[start] === "'";
      return {
        name: String(token.value ?? token.lexeme),
        range: quoted ? { start: start + 1, end: end - 1 } : { start, end },
      };
    });
    const end = path.reduce((furthest, name) => Math.max(furthest, name?.range.end ?? 0), contextRange.end);
    found.push({
      context: access.context.lexeme.toLowerCase(),
      contextRange,
      path,
      range: { start: contextRange.start, end },
    });
  });
  return found;
}

/** A function called by an expression. */
export interface Call {
  /** In lower case: functions are found whatever the case. */
  readonly name: string;
  readonly range: Range;
}

export function calls({ expr, places }: ParsedExpression): readonly Call[] {
  const found: Call[] = [];
  if (expr === undefined) return found;
  walk(expr, (part) => {
    if (!(part instanceof FunctionCall)) return;
    found.push({
      name: part.functionName.lexeme.toLowerCase(),
      range: rangeIn(places, part.functionName),
    });
  });
  return found;
}
