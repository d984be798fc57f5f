import type { ReferenceName } from '../../expression/references.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Task } from '../../model/workflow.ts';
import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';
import { areUpstream } from '../reachable.ts';
import { placeOf, type WrittenExpression } from '../writtenExpressions.ts';

interface Read {
  readonly written: WrittenExpression;
  readonly task: Task;
  readonly name: ReferenceName;
}

/**
 * A task reads only what is upstream of it: anything else may not have happened yet. Those of `finally` come behind
 * all the others, and read each of them.
 */
export const missingNeed: Rule = function* ({ workflow, expressions, tasksById }) {
  const needs = new Map(workflow.tasks.map((task) => [task, new Set(task.needs.map((need) => need.value))]));
  const open: Read[] = [];
  for (const written of expressions) {
    for (const { context, path } of written.references) {
      const [name] = path;
      if (context !== 'tasks' || name === undefined || !tasksById.has(name.name)) continue;
      const isLast = tasksById.get(name.name)?.finally === true;
      if (written.task === undefined) {
        // What a run leaves is made when all tasks have come to their end.
        if (written.key === 'env') yield readInSharedEnv(written, name);
      } else if (written.task.id.value === name.name) yield readOfItself(written, name);
      else if (isLast && !written.task.finally) yield readOfLast(written, name);
      else if (written.task.finally && !isLast) continue;
      else if (!needs.get(written.task)?.has(name.name)) open.push({ written, task: written.task, name });
    }
  }
  if (open.length === 0) return;
  const tasks = workflow.tasks.map(({ id, needs: all }) => ({
    id: id.value,
    needs: all.map((need) => need.value),
  }));
  const known = areUpstream(
    tasks,
    open.map(({ task, name }) => ({ task: task.id.value, upstream: name.name })),
  );
  for (const [i, { written, task, name }] of open.entries()) {
    if (known[i]) continue;
    const message = `${quoted(task.id.value)} reads ${quoted(name.name)} but doesn't need it, so it may not have run yet. Add ${quoted(name.name)} to its "needs".`;
    yield blame('missing-need', placeOf(written, name.range), message, {
      related: [{ message: 'The task that reads it.', range: task.id.range }],
    });
  }
};

function readOfItself(written: WrittenExpression, name: ReferenceName): Diagnostic {
  const message = `${quoted(name.name)} reads itself, before it has run. Read a task that it needs.`;
  return blame('missing-need', placeOf(written, name.range), message);
}

function readOfLast(written: WrittenExpression, name: ReferenceName): Diagnostic {
  const message = `${quoted(name.name)} runs when all tasks have come to their end, so ${quoted(written.task?.id.value ?? '')} can't read it. Move one of them.`;
  return blame('missing-need', placeOf(written, name.range), message);
}

function readInSharedEnv(written: WrittenExpression, name: ReferenceName): Diagnostic {
  const message = `The workflow's "env" holds for every task, so it can't read what ${quoted(name.name)} did. Move this to the "env" of a task that needs it.`;
  return blame('missing-need', placeOf(written, name.range), message);
}
