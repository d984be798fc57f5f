import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Task, WorkflowWork } from '../../model/workflow.ts';
import type { Suggest } from '../suggest.ts';
import type { NestedFile } from './nestedFiles.ts';

/** All that a rule about other files may look at. */
export interface NestedFacts {
  readonly file: NestedFile;
  readonly suggest: Suggest;
}

/** Says what is wrong with a workflow in one respect that only a look at other files can tell. */
export type NestedRule = (facts: NestedFacts) => Iterable<Diagnostic>;

/** A task that is a workflow. */
export type WorkflowTask = Task & { readonly work: WorkflowWork };

/** The tasks that are workflows, in the order of the file. */
export function workflowTasks({ analysis }: NestedFile): readonly WorkflowTask[] {
  return analysis.workflow.tasks.filter((task): task is WorkflowTask => task.work?.kind === 'workflow');
}
