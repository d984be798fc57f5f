import { type data, Evaluator } from '@actions/expressions';
import type { Binary, ContextAccess, Expr, FunctionCall, IndexAccess } from '@actions/expressions/ast';
import { truthy } from '@actions/expressions/result';
import type { JsonValue } from '../model/json.ts';
import { type Atom, atomsOf } from './constancy/atoms.ts';
import { samplesOf } from './constancy/samples.ts';
import { toData, toDictionary } from './data.ts';

/** All that something may be. What isn't known may be anything. */
export type Domain =
  | { readonly type: 'values'; readonly values: readonly JsonValue[] }
  | { readonly type: 'number'; readonly minimum?: number; readonly maximum?: number }
  | { readonly type: 'text' };

/** What is known of something that an expression reads, or of a function without arguments: `failure`. */
export type DomainOf = (read: {
  readonly context: string;
  readonly path: readonly string[];
}) => Domain | undefined;

/** More than so many ways of how things may stand aren't tried. */
const MOST_CASES = 512;

/** Nor is anything that is compared with more than these. */
const MOST_LITERALS = 40;

/**
 * Whether an expression is true however things stand (`true`), or false (`false`); `undefined` where that depends, or
 * can't be told. It is tried with every value that could make a difference. Never throws.
 */
export function constancy(expr: Expr, domainOf: DomainOf): boolean | undefined {
  const { atoms, atomOf } = atomsOf(expr, domainOf);
  if ([...atoms.values()].some(({ literals }) => literals.length > MOST_LITERALS)) return undefined;
  const choices = [...atoms.values()].map((atom) => ({ atom, samples: samplesOf(atom) }));
  const size = choices.reduce((product, { samples }) => product * samples.length, 1);
  if (size > MOST_CASES || size === 0) return undefined;
  const values = new Map<Atom, data.ExpressionData>();
  const evaluator = new Assumed(expr, atomOf, values);
  let found: boolean | undefined;
  for (let at = 0; at < size; at++) {
    let rest = at;
    for (const { atom, samples } of choices) {
      const sample = samples[rest % samples.length];
      if (sample !== undefined) values.set(atom, sample);
      rest = Math.floor(rest / samples.length);
    }
    const isTrue = truth(evaluator);
    if (isTrue === undefined || (found !== undefined && found !== isTrue)) return undefined;
    found = isTrue;
  }
  return found;
}

function truth(evaluator: Evaluator): boolean | undefined {
  try {
    return truthy(evaluator.evaluate());
  } catch {
    // A `fromJSON` of what is no JSON.
    return undefined;
  }
}

/** Evaluates with values taken for what can't be known. */
class Assumed extends Evaluator {
  readonly #atomOf: ReadonlyMap<Expr, Atom>;
  readonly #values: ReadonlyMap<Atom, data.ExpressionData>;

  constructor(expr: Expr, atomOf: ReadonlyMap<Expr, Atom>, values: ReadonlyMap<Atom, data.ExpressionData>) {
    super(expr, toDictionary({}));
    this.#atomOf = atomOf;
    this.#values = values;
  }

  override visitContextAccess(node: ContextAccess): data.ExpressionData {
    return this.#assumed(node) ?? super.visitContextAccess(node) ?? toData(null);
  }

  override visitIndexAccess(node: IndexAccess): data.ExpressionData {
    return this.#assumed(node) ?? super.visitIndexAccess(node);
  }

  override visitFunctionCall(node: FunctionCall): data.ExpressionData {
    return this.#assumed(node) ?? super.visitFunctionCall(node);
  }

  override visitBinary(node: Binary): data.ExpressionData {
    return this.#assumed(node) ?? super.visitBinary(node);
  }

  #assumed(node: Expr): data.ExpressionData | undefined {
    const atom = this.#atomOf.get(node);
    return atom === undefined ? undefined : this.#values.get(atom);
  }
}
