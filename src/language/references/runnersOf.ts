import type { Analysis } from '../analyze.ts';
import type { WorkflowTask } from '../nested/nestedFacts.ts';
import { nestedOf } from '../nested/nestedOf.ts';
import { mayRunOthers, type Workspace } from '../nested/workspace.ts';

/** A task that runs some file, and where it stands. */
interface Runner {
  readonly analysis: Analysis;
  readonly task: WorkflowTask;
  /** The id of its file; absent for the one that was asked about. */
  readonly file: string | undefined;
}

/** The tasks that run a file: those of this one first, then those of the others of the workspace. */
export function runnersOf(id: string, analysis: Analysis, workspace: Workspace): readonly Runner[] {
  const others = workspace.flatMap((file) => {
    if (file.id === analysis.place?.id || !mayRunOthers(file)) return [];
    const other = file.analysis();
    return other === undefined ? [] : runnersIn(other, id, file.id);
  });
  return [...runnersIn(analysis, id, undefined), ...others];
}

function runnersIn(analysis: Analysis, id: string, file: string | undefined): readonly Runner[] {
  return analysis.workflow.tasks
    .filter((task): task is WorkflowTask => task.work?.kind === 'workflow')
    .filter((task) => nestedOf(analysis, task)?.source.id === id)
    .map((task) => ({ analysis, task, file }));
}
