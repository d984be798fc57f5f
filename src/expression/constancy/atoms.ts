import type { data } from '@actions/expressions';
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
import { TokenType } from '@actions/expressions/lexer';
import type { Domain, DomainOf } from '../constancy.ts';
import { accessPath, walk } from '../syntax.ts';

/** A part of an expression whose value isn't known; what is written twice is one. */
export interface Atom {
  /** Absent where it may be anything. */
  readonly domain: Domain | undefined;
  /** What it is compared with. */
  readonly literals: data.ExpressionData[];
}

export interface Atoms {
  readonly atoms: ReadonlyMap<string, Atom>;
  readonly atomOf: ReadonlyMap<Expr, Atom>;
}

/**
 * Cuts an expression into what can't be known and what is made of that by `&&`, `||`, `!` and comparisons with what is
 * known. Parts that tell more than true or false to something else are one atom as a whole.
 */
export function atomsOf(root: Expr, domainOf: DomainOf): Atoms {
  const atoms = new Map<string, Atom>();
  const atomOf = new Map<Expr, Atom>();
  visit(root);
  return { atoms, atomOf };

  function visit(expr: Expr): void {
    if (expr instanceof Grouping) visit(expr.group);
    else if (expr instanceof Unary) visit(expr.expr);
    else if (expr instanceof Logical) for (const arg of expr.args) visit(arg);
    else if (expr instanceof Binary) comparison(expr);
    else if (!(expr instanceof Literal)) operand(expr, []);
  }

  function comparison(expr: Binary): void {
    const [left, right] = [inner(expr.left), inner(expr.right)];
    const [leftKnown, rightKnown] = [knownValues(left), knownValues(right)];
    const isEquality =
      expr.operator.type === TokenType.EQUAL_EQUAL || expr.operator.type === TokenType.BANG_EQUAL;
    const isPlain = [left, right].every((side) => side instanceof Literal || isRead(side));
    const isOrdered = [left, right].every((side) => knownValues(side) !== undefined || isNumber(side));
    if (!isPlain || !(leftKnown ?? rightKnown) || !(isEquality || isOrdered)) {
      // Whether it holds may be anything, whatever its sides are.
      remember(expr, { type: 'values', values: [true, false] }, []);
      return;
    }
    if (!(left instanceof Literal)) operand(left, rightKnown ?? []);
    if (!(right instanceof Literal)) operand(right, leftKnown ?? []);
  }

  function operand(expr: Expr, literals: readonly data.ExpressionData[]): void {
    if (expr instanceof FunctionCall && expr.args.length > 0 && expr.args.every(isConstant)) {
      for (const arg of expr.args) constants(arg);
    } else remember(expr, domainAt(expr), literals);
  }

  /** What a function is given can be tried, all of it. */
  function constants(expr: Expr): void {
    if (expr instanceof FunctionCall) for (const arg of expr.args) constants(arg);
    else if (isRead(expr)) remember(expr, domainAt(expr), []);
    else if (expr instanceof Grouping) constants(expr.group);
  }

  function isConstant(expr: Expr): boolean {
    if (expr instanceof Literal) return !(expr instanceof Star);
    if (expr instanceof Grouping) return isConstant(expr.group);
    if (expr instanceof FunctionCall) return expr.args.length > 0 && expr.args.every(isConstant);
    return isRead(expr) && domainAt(expr)?.type === 'values';
  }

  function knownValues(expr: Expr): readonly data.ExpressionData[] | undefined {
    return expr instanceof Literal ? [expr.literal] : undefined;
  }

  function isNumber(expr: Expr): boolean {
    const domain = domainAt(expr);
    return domain?.type === 'number' || domain?.type === 'values';
  }

  function domainAt(expr: Expr): Domain | undefined {
    if (expr instanceof FunctionCall) {
      const name = expr.functionName.lexeme.toLowerCase();
      return expr.args.length > 0 ? undefined : domainOf({ context: name, path: [] });
    }
    const access = accessPath(expr);
    if (access === undefined || access.path.includes(undefined)) return undefined;
    const path = access.path.map((token) => String(token?.value ?? token?.lexeme));
    return domainOf({ context: access.context.lexeme.toLowerCase(), path });
  }

  function remember(expr: Expr, domain: Domain | undefined, literals: readonly data.ExpressionData[]): void {
    const key = keyOf(expr);
    const atom = atoms.get(key) ?? { domain, literals: [] };
    atom.literals.push(...literals);
    atoms.set(key, atom);
    atomOf.set(expr, atom);
  }
}

function inner(expr: Expr): Expr {
  return expr instanceof Grouping ? inner(expr.group) : expr;
}

function isRead(expr: Expr): boolean {
  return expr instanceof ContextAccess || expr instanceof IndexAccess || expr instanceof FunctionCall;
}

/** The same for what is written alike. */
function keyOf(expr: Expr): string {
  const words: string[] = [];
  walk(expr, (part) => {
    if (part instanceof Literal) words.push(part.token.lexeme);
    else if (part instanceof ContextAccess) words.push(part.name.lexeme.toLowerCase());
    else if (part instanceof IndexAccess) words.push('[');
    else if (part instanceof FunctionCall) {
      words.push(`${part.functionName.lexeme.toLowerCase()}/${part.args.length}`);
    } else if (part instanceof Binary || part instanceof Unary) words.push(part.operator.lexeme);
    else if (part instanceof Logical) words.push(`${part.operator.lexeme}/${part.args.length}`);
  });
  return words.join(' ');
}
