import type { Run } from '../model/run.ts';
import { isOfThisMachine } from '../orchestrator/process/identity.ts';

/** Whether a run goes on as far as anybody here can tell: the process that drives it is one of another machine. */
export function isElsewhere({ endedAt, process }: Run): boolean {
  return endedAt === undefined && !isOfThisMachine(process);
}

/** What a person is told who may know better. */
export function elsewhereText({ id, process }: Run): string {
  return `The run ${id} is driven by process ${process.pid} on ${process.host}. If you know that it is gone, say so with --gone.`;
}
