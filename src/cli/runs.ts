import { resolve } from 'node:path';
import { listRuns } from '../orchestrator/runs.ts';
import { workflowFile } from '../orchestrator/workflowFile.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { COMPLETED } from './exitCodes.ts';
import { runsFolderOf } from './runsFolder.ts';
import { runsJson } from './runsJson.ts';
import { runTable } from './runTable.ts';

/** Lists the runs that are kept, newest first: all of them, or those of one file. */
export async function runs(args: Arguments, { out, folder }: Context): Promise<number> {
  const file = args.maybe('FILE');
  const path = file === undefined ? undefined : resolve(folder, file);
  const stored = (await listRuns(runsFolderOf(folder))).filter(
    ({ run }) => path === undefined || workflowFile(run.plan) === path,
  );
  if (args.one('format') === 'json') out.write(runsJson(stored));
  else out.write(runTable(stored, out.paint));
  return COMPLETED;
}
