import type { ReferenceName } from '../../expression/references.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Task } from '../../model/workflow.ts';
import { blame, quoted } from '../blame.ts';
import type { FileFacts, FileRule } from '../facts.ts';
import { placeOf, sharedExpressions, type WrittenExpression } from '../writtenExpressions.ts';

interface Read {
  readonly written: WrittenExpression;
  readonly task: Task;
  readonly name: ReferenceName;
}

/**
 * A task reads only what is upstream of it: anything else may not have happened yet. Those of `finally` come behind
 * all the others, and read each of them.
 */
export const missingNeed: FileRule = function* (facts) {
  const { workflow, entries, graph, shared } = facts;
  // What a run leaves is made when all tasks have come to their end; the variables of all, before they begin.
  for (const written of sharedExpressions(workflow.env, 'env')) {
    for (const { context, path } of written.references) {
      const [name] = path;
      if (context !== 'tasks' || name === undefined || !shared.known.tasks.has(name.name)) continue;
      yield readInSharedEnv(written, name);
    }
  }
  const open: Read[] = [];
  for (const { id, written, task, name } of openReads(entries)) {
    const read = facts.tasksById.get(name.name);
    if (read === undefined) continue;
    if (id === name.name) yield readOfItself(written, name);
    else if (read.finally && !task.finally) yield readOfLast(written, name);
    else if (read.finally === task.finally) open.push({ written, task, name });
  }
  const answers = graph.areUpstream(
    open.map(({ task, name }) => ({ task: task.id.value, upstream: name.name })),
  );
  for (const [i, { written, task, name }] of open.entries()) {
    if (answers[i]) continue;
    const message = `${quoted(task.id.value)} reads ${quoted(name.name)} but doesn't need it, so it may not have run yet. Add ${quoted(name.name)} to its "needs".`;
    yield blame('missing-need', placeOf(written, name.range), message, {
      related: [{ message: 'The task that reads it.', range: task.id.range }],
    });
  }
};

function* openReads(entries: FileFacts['entries']): Iterable<Read & { readonly id: string }> {
  for (const { own, task, expressions } of entries.filter(({ own }) => own.openReads.length > 0)) {
    for (const { expression, reference } of own.openReads) {
      const written = expressions[expression];
      const name = written?.references[reference]?.path[0];
      if (written !== undefined && name !== undefined) yield { id: own.id, written, task, name };
    }
  }
}

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
