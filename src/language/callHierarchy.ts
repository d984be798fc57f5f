import type { Range } from '../model/text.ts';
import type { Task } from '../model/workflow.ts';
import type { Analysis } from './analyze.ts';
import { type CallItem, taskItem, workflowItem } from './calls/callItem.ts';
import { nestedOf } from './nested/nestedOf.ts';
import type { Workspace } from './nested/workspace.ts';
import { nameRange } from './occurrences/nameRange.ts';
import { type Occurrence, occurrenceAt, occurrences } from './occurrences.ts';
import { runnersOf } from './references/runnersOf.ts';
import { taskOfPath } from './taskOfPath.ts';
import { valueAt } from './valueAt.ts';

/** One end of an edge, and where the other one names it. */
export interface Calls {
  readonly item: CallItem;
  /** Of incoming ones in the file of `item`, of outgoing ones in the file that was asked about. */
  readonly ranges: readonly Range[];
}

/** What stands at an offset: a task, by any of its places; a workflow, by the path of its file or its name. */
export function callItem(analysis: Analysis, offset: number): CallItem | undefined {
  const occurrence = occurrenceAt(analysis, offset);
  const named = occurrence?.kind === 'task' ? analysis.tasksById.get(occurrence.name) : undefined;
  if (named !== undefined) return taskItem(analysis, named);
  const path = valueAt(analysis.root, offset)?.pairs.map(({ key }) => key.value) ?? [];
  if (path.length === 1 && path[0] === 'name') return workflowItem(analysis);
  const nested = path[2] === 'workflow' ? nestedOf(analysis, taskOfPath(analysis, path)) : undefined;
  return nested && workflowItem(nested.analysis, nested.source);
}

/**
 * What an item waits for: of a task, the tasks that it needs or reads, and the workflow that it runs; of a workflow, its
 * tasks that no other one needs. `analysis` is that of the item's file.
 */
export function outgoingCalls(analysis: Analysis, { task: id }: Pick<CallItem, 'task'>): readonly Calls[] {
  if (id === undefined) {
    return lastTasks(analysis).map((task) => ({
      item: taskItem(analysis, task),
      ranges: [idRange(analysis, task)],
    }));
  }
  const read = occurrences(analysis).filter((each) => isRead(each) && each.task?.id.value === id);
  const found = byTask(analysis, read, ({ name }) => name);
  const task = analysis.tasksById.get(id);
  const nested = nestedOf(analysis, task);
  if (nested === undefined || task?.work?.kind !== 'workflow') return found;
  return [...found, { item: workflowItem(nested.analysis, nested.source), ranges: [task.work.path.range] }];
}

/**
 * What waits for an item: of a task, the tasks that need or read it, or where none do, the workflow itself; of a
 * workflow, the tasks of other files that run it.
 */
export function incomingCalls(
  analysis: Analysis,
  { task: id }: Pick<CallItem, 'task'>,
  workspace: Workspace,
): readonly Calls[] {
  if (id === undefined) return runners(analysis, workspace);
  const read = occurrences(analysis).filter((each) => isRead(each) && each.name === id);
  const found = byTask(analysis, read, ({ task }) => task?.id.value);
  const task = analysis.tasksById.get(id);
  if (task === undefined || !lastTasks(analysis).includes(task)) return found;
  return [...found, { item: workflowItem(analysis), ranges: [idRange(analysis, task)] }];
}

function isRead({ kind, role }: Occurrence): boolean {
  return kind === 'task' && role === 'reads';
}

function byTask(
  analysis: Analysis,
  found: readonly Occurrence[],
  idOf: (occurrence: Occurrence) => string | undefined,
): readonly Calls[] {
  return [...Map.groupBy(found, idOf)].flatMap(([id, places]) => {
    const task = analysis.tasksById.get(id ?? '');
    if (task === undefined) return [];
    return [{ item: taskItem(analysis, task), ranges: places.map(({ range }) => range) }];
  });
}

/** The tasks that no other one needs. */
function lastTasks({ workflow }: Analysis): readonly Task[] {
  const needed = new Set(workflow.tasks.flatMap(({ needs }) => needs.map(({ value }) => value)));
  return workflow.tasks.filter(({ id }) => !needed.has(id.value));
}

function runners(analysis: Analysis, workspace: Workspace): readonly Calls[] {
  const { place } = analysis;
  if (place === undefined) return [];
  return runnersOf(place.id, analysis, workspace).map(({ analysis: other, task }) => ({
    item: taskItem(other, task),
    ranges: [task.work.path.range],
  }));
}

function idRange({ text }: Analysis, { id }: Task): Range {
  return nameRange(text, id);
}
