import { Binary, type Expr, Grouping, Literal } from '@actions/expressions/ast';
import { equals } from '@actions/expressions/result';
import type { JsonValue } from '../model/json.ts';
import type { Range } from '../model/text.ts';
import { constancy, type DomainOf } from './constancy.ts';
import { toData } from './data.ts';
import { accessPath, type ParsedExpression, parseExpression, rangeOf, walk } from './syntax.ts';

/** A part of an expression that is always true, or never. Ranges are in its source. */
export interface ConstantPart {
  readonly holds: boolean;
  readonly range: Range;
  /** The whole expression, of which no comparison alone is so. */
  readonly isWhole: boolean;
  /** Of a comparison of something with a literal: what it may be, and whether the literal is among that. */
  readonly compared?: {
    readonly values: readonly JsonValue[];
    readonly literal: string;
    readonly range: Range;
    /** It has quotes around it. */
    readonly isText: boolean;
    readonly isAmong: boolean;
  };
}

/** The comparisons that don't depend on anything, or else the whole, if it doesn't. Never throws. */
export function constantParts(source: string, domainOf: DomainOf): readonly ConstantPart[] {
  const parsed = parseExpression(source);
  if (parsed.expr === undefined) return [];
  const found: ConstantPart[] = [];
  walk(parsed.expr, (part) => {
    const holds = part instanceof Binary ? constancy(part, domainOf) : undefined;
    if (holds === undefined || !(part instanceof Binary)) return;
    found.push({
      holds,
      range: rangeOf(parsed, part),
      isWhole: false,
      ...comparedIn(parsed, part, domainOf),
    });
  });
  if (found.length > 0) return found;
  const holds = constancy(parsed.expr, domainOf);
  const range = { start: source.length - source.trimStart().length, end: source.trimEnd().length };
  return holds === undefined ? [] : [{ holds, range, isWhole: true }];
}

function comparedIn(
  parsed: ParsedExpression,
  { left, right }: Binary,
  domainOf: DomainOf,
): Pick<ConstantPart, 'compared'> {
  const sides = [inner(left), inner(right)];
  const literal = sides.find((side) => side instanceof Literal);
  const read = sides.find((side) => side !== literal);
  const values = read && valuesOf(read, domainOf);
  if (literal === undefined || values === undefined) return {};
  return {
    compared: {
      values,
      literal: literal.literal.coerceString(),
      range: rangeOf(parsed, literal),
      isText: literal.token.lexeme.startsWith("'"),
      isAmong: values.some((value) => equals(toData(value), literal.literal)),
    },
  };
}

function valuesOf(expr: Expr, domainOf: DomainOf): readonly JsonValue[] | undefined {
  const access = accessPath(expr);
  if (access === undefined || access.path.includes(undefined)) return undefined;
  const path = access.path.map((token) => String(token?.value ?? token?.lexeme));
  const domain = domainOf({ context: access.context.lexeme.toLowerCase(), path });
  return domain?.type === 'values' ? [...new Set(domain.values)] : undefined;
}

function inner(expr: Expr): Expr {
  return expr instanceof Grouping ? inner(expr.group) : expr;
}
