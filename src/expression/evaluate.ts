import { type data, Evaluator } from '@actions/expressions';
import type { Expr } from '@actions/expressions/ast';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json.ts';
import { conditionSource } from './condition.ts';
import { dictionaryOf, fromData, toData, toDictionary } from './data.ts';
import type { ContextName } from './names.ts';
import { calls, type Reference, references } from './references.ts';
import { type ParsedExpression, parseExpression } from './syntax.ts';
import { parseTemplate } from './template.ts';

/** What an expression can read. Only the tasks that it names are asked for. */
export interface Scope {
  task(id: string): { readonly state: string; readonly outputs: JsonObject } | undefined;
  /** Asked for only where a task's name is computed, as in `tasks[inputs.which]`. */
  taskIds(): Iterable<string>;
  readonly inputs: JsonObject;
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** The values of the instance; empty outside of a matrix. */
  readonly matrix: JsonObject;
  readonly run: { readonly id: string; readonly dir: string };
  readonly workflow: { readonly name: string };
  /** Present where the expression is an `if`. */
  readonly status?: Status;
}

/** How things stand upstream of a task. */
export interface Status {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

/** Thrown where an expression can't be read or evaluated; the message names it. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
}

/** The value of one expression, without `${{ }}`. Throws `EvaluationError`. */
export function evaluate(source: string, scope: Scope): JsonValue {
  const parsed = parseExpression(source);
  if (parsed.expr === undefined) {
    throw new EvaluationError(`\${{ ${source.trim()} }}: ${parsed.fault?.message ?? ''}`);
  }
  try {
    return fromData(evaluateParsed(source, parsed, parsed.expr, scope));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new EvaluationError(`\${{ ${source.trim()} }}: ${message}`);
  }
}

/**
 * The value of a text with expressions: where the text is one expression and nothing else, the value as it
 * is; otherwise the text with each value in its place. Throws `EvaluationError`.
 */
export function evaluateTemplate(text: string, scope: Scope): JsonValue {
  const parts = parseTemplate(text);
  const only = parts[0];
  if (parts.length === 1 && only?.type === 'expression') return evaluate(only.source, scope);
  return parts
    .map((part) => {
      if (part.type === 'literal') return part.text;
      if (part.type === 'expression') return textOf(evaluate(part.source, scope));
      throw new EvaluationError(`${text.slice(part.range.start)}: "\${{" is never closed by "}}".`);
    })
    .join('');
}

/** Every string inside a value evaluated as a template. Throws `EvaluationError`. */
export function evaluateDeep(value: JsonValue, scope: Scope): JsonValue {
  if (typeof value === 'string') return evaluateTemplate(value, scope);
  if (Array.isArray(value)) return value.map((item) => evaluateDeep(item, scope));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, evaluateDeep(item, scope)]));
}

/**
 * Whether the `if` of a task lets it run. Where it asks for none of `success()`, `failure()`, `always()` and
 * `cancelled()`, `success() &&` is implied. Throws `EvaluationError`.
 */
export function evaluateCondition(
  text: string | undefined,
  scope: Scope & { readonly status: Status },
): { readonly holds: boolean; readonly value: JsonValue } {
  if (text === undefined) return { holds: scope.status.success, value: scope.status.success };
  const { source } = conditionSource(text);
  if (!asksForStatus(text) && !scope.status.success) return { holds: false, value: false };
  const value = evaluate(source, scope);
  return { holds: isTrue(value), value };
}

/** Whether an `if` decides by itself what to do after a failure or a cancel. */
export function asksForStatus(text: string): boolean {
  const { source } = conditionSource(text);
  const names = ['success', 'failure', 'always', 'cancelled'];
  return calls(parseExpression(source)).some((call) => names.includes(call.name));
}

/** Whether an `if` reads anything of a context. */
export function readsContext(text: string, context: ContextName): boolean {
  const { source } = conditionSource(text);
  return references(source, parseExpression(source)).some((each) => each.context === context);
}

/** A value as text: what `null` says is nothing, lists and objects are JSON. */
export function textOf(value: JsonValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isTrue(value: JsonValue): boolean {
  return value !== null && value !== false && value !== 0 && value !== '';
}

function evaluateParsed(
  source: string,
  parsed: ParsedExpression,
  expr: Expr,
  scope: Scope,
): data.ExpressionData {
  const read = references(source, parsed);
  const contexts = new Map<string, data.Dictionary>();
  for (const { context } of read) {
    if (!contexts.has(context)) contexts.set(context, contextData(context, read, scope));
  }
  return new Evaluator(expr, dictionaryOf(contexts), statusFunctions(scope.status)).evaluate();
}

/** Only contexts that are read are made: `env` may itself have to be evaluated. */
function contextData(context: string, read: readonly Reference[], scope: Scope): data.Dictionary {
  switch (context) {
    case 'tasks':
      return tasksData(read, scope);
    case 'inputs':
      return toDictionary(scope.inputs);
    case 'env':
      return toDictionary(scope.env);
    case 'secrets':
      return toDictionary(scope.secrets);
    case 'matrix':
      return toDictionary(scope.matrix);
    case 'run':
      return toDictionary({ ...scope.run });
    case 'workflow':
      return toDictionary({ ...scope.workflow });
    default:
      throw new Error(`Unknown name '${context}'.`);
  }
}

/** Only what is read is converted: a run of 10,000 tasks mustn't copy 10,000 outputs for each expression. */
function tasksData(read: readonly Reference[], scope: Scope): data.Dictionary {
  const ids = new Set<string>();
  for (const { context, path } of read) {
    if (context !== 'tasks') continue;
    const first = path[0];
    if (first === undefined) for (const id of scope.taskIds()) ids.add(id);
    else ids.add(first.name);
  }
  return dictionaryOf(
    [...ids].flatMap((id) => {
      const task = scope.task(id);
      if (task === undefined) return [];
      const members = dictionaryOf([
        ['state', toData(task.state)],
        ['outputs', toDictionary(task.outputs)],
      ]);
      return [[id, members] as const];
    }),
  );
}

function statusFunctions(status: Status | undefined): Map<string, FunctionDefinition> {
  const functions = new Map<string, FunctionDefinition>();
  const define = (name: string, value: boolean | undefined): void => {
    functions.set(name, {
      name,
      minArgs: 0,
      maxArgs: 0,
      call: () => {
        if (value === undefined) throw new Error(`${name}() can only be asked in an "if".`);
        return toData(value);
      },
    });
  };
  define('success', status?.success);
  define('failure', status?.failure);
  define('cancelled', status?.cancelled);
  define('always', status === undefined ? undefined : true);
  return functions;
}
