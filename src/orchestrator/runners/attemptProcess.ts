import type { LiveFamilies } from '../process/liveFamilies.ts';
import { type ProcessEnd, type ProcessRequest, runProcess } from '../process/runProcess.ts';
import { followProgress } from '../progress/followProgress.ts';
import type { ProgressSayer } from '../progress/progressSayer.ts';
import type { AttemptControl } from '../runner.ts';

/** Runs the process of an attempt, and hears meanwhile what it writes into its progress file. */
export async function attemptProcess(
  request: ProcessRequest,
  control: AttemptControl,
  families: LiveFamilies,
  progress: ProgressSayer,
): Promise<ProcessEnd> {
  const file = request.env['FLOW_PROGRESS'];
  const following = file === undefined ? undefined : followProgress(file, progress.line);
  try {
    return await runProcess(request, control, families);
  } finally {
    following?.end();
  }
}
