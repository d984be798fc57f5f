import type { Range } from '../model/text.ts';
import type { Task } from '../model/workflow.ts';
import type { Analysis } from './analyze.ts';
import { matrixKeys } from './matrixKeys.ts';
import { placeOf, type WrittenExpression } from './writtenExpressions.ts';

/** A name of the author's: where it is used or given. */
export interface SymbolUse {
  readonly kind: 'task' | 'input' | 'env' | 'pool' | 'secret' | 'matrix';
  readonly name: string;
  readonly range: Range;
  /** Whose `env` counts first, and whose matrix; absent outside of tasks. */
  readonly task: Task | undefined;
}

/** The name that stands at an offset. */
export function symbolAt(analysis: Analysis, offset: number): SymbolUse | undefined {
  for (const use of symbolUses(analysis)) if (holds(use.range, offset)) return use;
  return undefined;
}

/** Every place that gives or reads a name of the author's. */
export function* symbolUses({ root, workflow, expressions }: Analysis): Iterable<SymbolUse> {
  for (const { name } of workflow.inputs) {
    yield { kind: 'input', name: name.value, range: name.range, task: undefined };
  }
  for (const { name } of workflow.env) {
    yield { kind: 'env', name: name.value, range: name.range, task: undefined };
  }
  for (const { name } of workflow.pools) {
    yield { kind: 'pool', name: name.value, range: name.range, task: undefined };
  }
  for (const { value, range } of workflow.secrets)
    yield { kind: 'secret', name: value, range, task: undefined };
  for (const task of workflow.tasks) {
    yield { kind: 'task', name: task.id.value, range: task.id.range, task };
    for (const need of task.needs) yield { kind: 'task', name: need.value, range: need.range, task };
    for (const { name } of task.env) yield { kind: 'env', name: name.value, range: name.range, task };
    if (task.pool !== undefined) {
      yield { kind: 'pool', name: task.pool.value, range: task.pool.range, task: undefined };
    }
    if (task.matrix === undefined) continue;
    for (const { value, range } of matrixKeys({ root }, task))
      yield { kind: 'matrix', name: value, range, task };
  }
  for (const written of expressions) yield* usesIn(written);
}

export function holds(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

const KINDS: Readonly<Record<string, SymbolUse['kind']>> = {
  tasks: 'task',
  inputs: 'input',
  env: 'env',
  secrets: 'secret',
  matrix: 'matrix',
};

function* usesIn(written: WrittenExpression): Iterable<SymbolUse> {
  for (const { context, path } of written.references) {
    const kind = KINDS[context];
    const [name] = path;
    if (kind === undefined || name === undefined) continue;
    yield { kind, name: name.name, range: placeOf(written, name.range), task: written.task };
  }
}
