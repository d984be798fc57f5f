import { sceneOf, sceneOfRun } from '../../drawing/scene.ts';
import type { Analysis } from '../../language/analyze.ts';
import type { Run } from '../../model/run.ts';
import { runSummary, type Snapshot } from '../../webview/protocol.ts';

/** What the graph of a workflow is drawn from. */
export interface Drawn {
  /** The file's name, for a workflow without one of its own. */
  readonly label: string;
  /** Absent where the file can't be read any more. */
  readonly analysis: Analysis | undefined;
  /** The live run, or else the latest. */
  readonly run: Run | undefined;
  readonly selected: string | undefined;
  /** Why it can't be run here, whatever the file says. */
  readonly refusal: string | undefined;
}

/** The file as it is being written counts for tasks and needs, the run for states. */
export function snapshotOf({ label, analysis, run, selected, refusal }: Drawn, now: number): Snapshot {
  const faulty = analysis?.diagnostics.some(({ severity }) => severity === 'error') ?? true;
  const cannotRun = refusal ?? (faulty ? 'The workflow has errors.' : undefined);
  return {
    type: 'snapshot',
    title: analysis?.workflow.name?.value ?? run?.plan.name ?? label,
    scene:
      analysis !== undefined
        ? sceneOf(analysis.workflow, run)
        : run !== undefined
          ? sceneOfRun(run)
          : { tasks: [], cycles: [] },
    ...(selected !== undefined && { selected }),
    ...(run !== undefined && { run: runSummary(run) }),
    ...(cannotRun !== undefined && { cannotRun }),
    now,
  };
}
