import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EvaluationError, textOf } from '../../expression/evaluate.ts';
import { bindScript } from '../../script/bindScript.ts';
import { OutputsError } from '../outputsFile.ts';
import type { LiveFamilies } from '../process/liveFamilies.ts';
import type { ProcessEnd } from '../process/runProcess.ts';
import { progressSayer } from '../progress/progressSayer.ts';
import type { AttemptRequest, AttemptResult, Runner } from '../runner.ts';
import { attemptProcess } from './attemptProcess.ts';
import { carryValues } from './largeValues.ts';
import { shellCommand } from './shells.ts';
import { workingFolder } from './workingFolder.ts';
import { writtenOutputs } from './writtenOutputs.ts';

/** Runs a script in its shell. `${{ }}` reach it as variables that the script reads, never as pasted text. */
export function runRunner(families: LiveFamilies): Runner<'run'> {
  return {
    async run(request, control) {
      const { work } = request;
      try {
        const cwd = workingFolder(request.folder, work.cwd, request.evaluateText);
        const shell = shellCommand(work.shell, process.platform);
        const bound = bindScript(work.script, work.shell ?? (process.platform === 'win32' ? 'cmd' : 'sh'));
        const [fault] = bound.faults;
        if (fault !== undefined) return failed(fault.message);
        const values = bound.variables.map(
          ({ name, expression }) => [name, textOf(request.evaluate(expression))] as const,
        );
        const carried = carryValues(values, work.shell, request.scratch);
        try {
          const script = (shell.prelude ?? '') + carried.prelude + bound.script;
          const file = join(request.scratch, `script${shell.extension}`);
          writeFileSync(file, script);
          const env = { ...request.env, ...carried.env };
          const command = { program: shell.program, args: shell.args(file, script), cwd, env };
          const end = await attemptProcess(command, control, families, progressSayer(control));
          return resultOf(end, request);
        } finally {
          for (const path of carried.files) rmSync(path, { force: true });
        }
      } catch (error) {
        if (error instanceof EvaluationError) return failed(error.message);
        throw error;
      }
    },
  };
}

function resultOf(end: ProcessEnd, request: AttemptRequest<'run'>): AttemptResult {
  if (end.type === 'spawn') return { type: 'failed', failure: { reason: 'spawn', message: end.message } };
  const { type, peakMemory, stopped, ...how } = end;
  const rest = { ...(peakMemory !== undefined && { peakMemory }), ...(stopped !== undefined && { stopped }) };
  if ('signal' in how) return { type: 'failed', failure: { reason: 'signal', ...how }, ...rest };
  if (how.code !== 0) return { type: 'failed', failure: { reason: 'exit_code', ...how }, ...rest };
  try {
    return { type: 'completed', outputs: writtenOutputs(request.env['FLOW_OUTPUT'] ?? ''), ...rest };
  } catch (error) {
    if (!(error instanceof OutputsError)) throw error;
    return { type: 'failed', failure: { reason: 'outputs', message: error.message }, ...rest };
  }
}

function failed(message: string): AttemptResult {
  return { type: 'failed', failure: { reason: 'error', message, retryable: false } };
}
