import type { Range } from '../model/text.ts';
import type { Task } from '../model/workflow.ts';
import type { Analysis } from './analyze.ts';
import { placeOf, type WrittenExpression } from './writtenExpressions.ts';

/** A name of the author's: where it is used or given. */
export interface SymbolUse {
  readonly kind: 'task' | 'input' | 'env';
  readonly name: string;
  readonly range: Range;
  /** Whose `env` counts first; absent outside of tasks. */
  readonly task: Task | undefined;
}

/** The name that stands at an offset. */
export function symbolAt(analysis: Analysis, offset: number): SymbolUse | undefined {
  for (const use of symbolUses(analysis)) if (holds(use.range, offset)) return use;
  return undefined;
}

/** Every place that gives or reads a name of the author's. */
export function* symbolUses({ workflow, expressions }: Analysis): Iterable<SymbolUse> {
  for (const { name } of workflow.inputs) {
    yield { kind: 'input', name: name.value, range: name.range, task: undefined };
  }
  for (const { name } of workflow.env) {
    yield { kind: 'env', name: name.value, range: name.range, task: undefined };
  }
  for (const task of workflow.tasks) {
    yield { kind: 'task', name: task.id.value, range: task.id.range, task };
    for (const need of task.needs) yield { kind: 'task', name: need.value, range: need.range, task };
    for (const { name } of task.env) yield { kind: 'env', name: name.value, range: name.range, task };
  }
  for (const written of expressions) yield* usesIn(written);
}

export function holds(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

const KINDS: Readonly<Record<string, SymbolUse['kind']>> = { tasks: 'task', inputs: 'input', env: 'env' };

function* usesIn(written: WrittenExpression): Iterable<SymbolUse> {
  for (const { context, path } of written.references) {
    const kind = KINDS[context];
    const [name] = path;
    if (kind === undefined || name === undefined) continue;
    yield { kind, name: name.name, range: placeOf(written, name.range), task: written.task };
  }
}
