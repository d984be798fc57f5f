import { type Lines, linesOf } from '../model/text.ts';
import type { Task, Workflow } from '../model/workflow.ts';
import type { Analysis } from './analyze.ts';
import type { Entry } from './parts/placedEntry.ts';
import { sharedExpressions, type WrittenExpression } from './writtenExpressions.ts';

type Understood = Pick<
  Analysis,
  'text' | 'lines' | 'workflow' | 'root' | 'tasksById' | 'expressions' | 'kept'
>;

/**
 * What a file's parts say together. Whatever has an item for each task is only made when it is asked for: of most
 * versions of a file, that somebody types, nobody asks.
 */
export function fileAnalysis(
  { text, root, kept }: Pick<Analysis, 'text' | 'root' | 'kept'>,
  frame: Workflow,
  entries: readonly Entry[],
): Understood {
  const workflow = withTasks(frame, entries);
  let lines: Lines | undefined;
  let tasksById: ReadonlyMap<string, Task> | undefined;
  let expressions: readonly WrittenExpression[] | undefined;
  return {
    text,
    root,
    kept,
    workflow,
    get lines() {
      lines ??= linesOf(text);
      return lines;
    },
    get tasksById() {
      tasksById ??= new Map(workflow.tasks.map((task) => [task.id.value, task]));
      return tasksById;
    },
    get expressions() {
      expressions ??= [
        ...sharedExpressions(frame.env, 'env'),
        ...entries.flatMap((entry) => entry.expressions),
        ...sharedExpressions(frame.outputs, 'outputs'),
      ];
      return expressions;
    },
  };
}

/** The same with more to say: spreading would ask for all that is only made when it is asked for. */
export function withMore(
  file: Understood,
  { diagnostics, files, place }: Pick<Analysis, 'diagnostics'> & Partial<Pick<Analysis, 'files' | 'place'>>,
): Analysis {
  const { text, root, kept, workflow } = file;
  return {
    ...{ text, root, kept, workflow, diagnostics, files, place },
    get lines() {
      return file.lines;
    },
    get tasksById() {
      return file.tasksById;
    },
    get expressions() {
      return file.expressions;
    },
  };
}

function withTasks(frame: Workflow, entries: readonly Entry[]): Workflow {
  let tasks: readonly Task[] | undefined;
  return {
    ...frame,
    get tasks() {
      tasks ??= entries.map((entry) => entry.task);
      return tasks;
    },
  };
}
