import { stageName } from '../model/stage.ts';
import type { TaskSummary } from './taskSummary.ts';

/** Which stage a task's row tells: `1`, `finally`. A part is in its parent's; that it is of `finally` is told of it, too. */
export function stageText({ parent, stage, finally: last }: TaskSummary): string {
  if (parent === undefined) return stageName(stage);
  return last ? 'finally' : '';
}
