import { stages } from '../model/graph.ts';
import { partName } from '../model/inner.ts';
import type { Run, TaskRun } from '../model/run.ts';
import type { SceneTask } from './scene.ts';
import { statusOf } from './status.ts';

/** What a task turned into: the instances of its matrix, which need nothing of each other, or the tasks of its workflow. */
export interface Inside {
  readonly of: 'matrix' | 'workflow';
  readonly tasks: readonly SceneTask[];
}

/** `undefined` of a task that is carried out itself, or hasn't turned into others yet. */
export function insideOf(run: Run, { task, children, inputs }: TaskRun): Inside | undefined {
  if (children === undefined) return undefined;
  const parts = children.flatMap((id) => run.tasks.get(id) ?? []);
  const isMatrix = inputs === undefined;
  const beside = new Set(children);
  const needing = parts.map((part) => ({
    id: part.task.id,
    needs: isMatrix ? [] : part.task.needs.filter((need) => beside.has(need)),
  }));
  const depth = stages(needing);
  const tasks = parts.map((part, i): SceneTask => {
    const { id, description, work, finally: last } = part.task;
    const inside = insideOf(run, part);
    return {
      id,
      name: partName(id, task.id),
      ...(description !== undefined && !isMatrix && { description }),
      kind: work.kind,
      needs: needing[i]?.needs ?? [],
      missing: [],
      stage: depth.get(id) ?? 0,
      ...(last === true && !isMatrix && { finally: true }),
      ...(inside !== undefined && { inside }),
      status: statusOf(run, part),
    };
  });
  return { of: isMatrix ? 'matrix' : 'workflow', tasks };
}
