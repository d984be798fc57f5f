import type { ReferenceName } from '../../expression/references.ts';
import type { Workflow } from '../../model/workflow.ts';
import type { Entry } from '../parts/placedEntry.ts';
import { sharedExpressions, type WrittenExpression } from '../writtenExpressions.ts';

/** Which outputs of which tasks a file reads. */
export interface OutputReads {
  /** By task; of a task whose outputs are read as a whole, or by a computed name, `undefined`. */
  readonly names: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  /** A task's name is computed, or all tasks are read. */
  readonly areAnyRead: boolean;
  readonly all: readonly OutputRead[];
}

export interface OutputRead {
  readonly id: string;
  readonly name: ReferenceName;
  /** Where it stands in the file, made when it is asked for. */
  readonly written: () => WrittenExpression | undefined;
}

export function outputReads(workflow: Workflow, entries: readonly Entry[]): OutputReads {
  const names = new Map<string, Set<string> | undefined>();
  const all: OutputRead[] = [];
  let areAnyRead = false;
  const shared = [
    ...sharedExpressions(workflow.env, 'env'),
    ...sharedExpressions(workflow.outputs, 'outputs'),
  ];
  for (const written of shared) take(written, () => written);
  for (const entry of entries) {
    for (const [i, own] of entry.own.expressions.entries()) take(own, () => entry.expressions[i]);
  }
  return { names, areAnyRead, all };

  function take({ references }: WrittenExpression, written: OutputRead['written']): void {
    for (const { context, path } of references) {
      if (context !== 'tasks') continue;
      const [task, member, name] = path;
      if (task === undefined) areAnyRead = true;
      else if (member?.name.toLowerCase() === 'state') continue;
      else if (member === undefined || name === undefined) names.set(task.name, undefined);
      else {
        if (!names.has(task.name)) names.set(task.name, new Set());
        names.get(task.name)?.add(name.name.toLowerCase());
        all.push({ id: task.name, name, written });
      }
    }
  }
}
