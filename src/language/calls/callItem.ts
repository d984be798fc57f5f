import type { Range } from '../../model/text.ts';
import type { Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import { fileName } from '../nested/fileCycle.ts';
import type { WorkflowSource } from '../nested/workflowFiles.ts';
import { nameRange } from '../occurrences/nameRange.ts';

/** A task or a workflow, as one end of an edge. */
export interface CallItem {
  readonly name: string;
  /** What kind of task it is, or that it is a workflow. */
  readonly detail: string;
  /** The task's id; absent of a workflow. */
  readonly task: string | undefined;
  /** The id of its file; absent where the text was looked at by itself. */
  readonly file: string | undefined;
  readonly range: Range;
  readonly selectionRange: Range;
}

export function taskItem({ text, place }: Analysis, { id, work, range }: Task): CallItem {
  const selectionRange = nameRange(text, id);
  return {
    name: id.value,
    detail: work?.kind ?? '',
    task: id.value,
    file: place?.id,
    range: {
      start: Math.min(range.start, selectionRange.start),
      end: Math.max(range.end, selectionRange.end),
    },
    selectionRange,
  };
}

/** `source` is where it is, of a file that was read for another one. */
export function workflowItem(
  { text, workflow, place }: Analysis,
  source: Omit<WorkflowSource, 'text'> | undefined = place,
): CallItem {
  const { name } = workflow;
  return {
    name:
      name?.value ?? (source === undefined ? 'workflow' : fileName({ source }).replace(/\.flow\.ya?ml$/, '')),
    detail: 'workflow',
    task: undefined,
    file: source?.id,
    range: { start: 0, end: text.length },
    selectionRange: name?.range ?? { start: 0, end: 0 },
  };
}
