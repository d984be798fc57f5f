import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EvaluationError } from '../../expression/evaluate.ts';
import type { Failure } from '../../model/failure.ts';
import { isJsonObject, type JsonObject } from '../../model/json.ts';
import { OutputsError } from '../outputsFile.ts';
import type { LiveFamilies } from '../process/liveFamilies.ts';
import type { ProcessEnd } from '../process/runProcess.ts';
import { progressSayer } from '../progress/progressSayer.ts';
import type { AttemptResult, Runner } from '../runner.ts';
import { attemptProcess } from './attemptProcess.ts';
import { checkedOutputs } from './checkedOutputs.ts';
import { moduleHost } from './moduleHost.ts';
import { workingFolder } from './workingFolder.ts';

/** What the process of a module answers. */
type Answer = { readonly type: 'progress'; readonly fraction: string; readonly message: string } | LastAnswer;

type LastAnswer =
  | { readonly type: 'returned'; readonly json: string }
  | {
      readonly type: 'threw';
      readonly message: string;
      readonly stack?: string;
      readonly retryable: boolean;
    };

/**
 * Calls the default export of a JavaScript or TypeScript module, in a process of its own: a crash, an endless
 * loop or `process.exit` in it ends that process and nothing else.
 */
export function moduleRunner(families: LiveFamilies): Runner<'module'> {
  return {
    async run(request, control) {
      const { work } = request;
      try {
        const path = resolve(request.folder, request.evaluateText(work.path));
        if (!existsSync(path)) return failed({ reason: 'spawn', message: `${path} doesn't exist.` });
        // The module can send messages of its own; only its host knows the token.
        const token = randomUUID();
        const message = {
          token,
          url: pathToFileURL(path).href,
          with: work.with === undefined ? {} : request.evaluateDeep(work.with),
          needs: request.needs,
          env: request.env,
        };
        let answer: LastAnswer | undefined;
        let stopped = false;
        const progress = progressSayer(control);
        const end = await attemptProcess(
          {
            program: process.execPath,
            args: ['--input-type=module', '--eval', `(${moduleHost})()`],
            cwd: workingFolder(request.folder, work.cwd, request.evaluateText),
            env: { ...request.env, ...asNode() },
            onStart(child) {
              child.on('message', (received: unknown) => {
                if (!isJsonObject(received) || received['token'] !== token) return;
                const told = received as unknown as Answer;
                if (told.type === 'progress') {
                  progress.say(told.fraction, told.message);
                  return;
                }
                answer = told;
                stopped = control.signal.aborted;
              });
              child.send(message);
            },
          },
          control,
          families,
          progress,
        );
        return resultOf(answer, answer === undefined ? end : { ...end, stopped });
      } catch (error) {
        if (!(error instanceof EvaluationError)) throw error;
        return failed({ reason: 'error', message: error.message, retryable: false });
      }
    },
  };
}

function resultOf(answer: LastAnswer | undefined, end: ProcessEnd): AttemptResult {
  if (end.type === 'spawn') return failed({ reason: 'spawn', message: end.message });
  const { peakMemory, stopped } = end;
  const rest = { ...(peakMemory !== undefined && { peakMemory }), ...(stopped !== undefined && { stopped }) };
  if (answer === undefined) return { ...failed(endedEarly(end)), ...rest };
  if (answer.type === 'threw') {
    const { message, stack, retryable } = answer;
    const failure = {
      reason: 'error',
      message,
      retryable,
      ...(stack === undefined ? {} : { stack }),
    } as const;
    return { ...failed(failure), ...rest };
  }
  try {
    return { type: 'completed', outputs: checkedOutputs(outputsOf(answer.json)), ...rest };
  } catch (error) {
    if (!(error instanceof OutputsError)) throw error;
    return { ...failed({ reason: 'outputs', message: error.message }), ...rest };
  }
}

function outputsOf(json: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    // Not JSON: the host says in words what it was.
  }
  if (isJsonObject(value)) return value;
  throw new OutputsError(`a module returns an object of outputs, this one returned ${json.slice(0, 40)}.`);
}

/** VS Code's own executable is Node as well, when it is asked to be. */
function asNode(): Record<string, string> {
  return process.versions['electron'] === undefined ? {} : { ELECTRON_RUN_AS_NODE: '1' };
}

function endedEarly(end: Exclude<ProcessEnd, { type: 'spawn' }>): Failure {
  if (end.type === 'signal') return { reason: 'signal', signal: end.signal };
  if (end.code !== 0) return { reason: 'exit_code', code: end.code };
  return { reason: 'error', message: 'The module ended its process before it returned.' };
}

function failed(failure: Failure): AttemptResult {
  return { type: 'failed', failure };
}
