import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EvaluationError, evaluate, evaluateDeep, evaluateTemplate, textOf } from '../expression/evaluate.ts';
import { ownId } from '../model/inner.ts';
import type { ExecutableTask } from '../model/plan.ts';
import { planOfScope, type Run, type TaskRun } from '../model/run.ts';
import type { Clock } from './clock.ts';
import { attemptOutput } from './log/attemptOutput.ts';
import { MARKS, markOf, withMark } from './process/marks.ts';
import { attemptFolder } from './runFolder.ts';
import type { AttemptControl, AttemptRequest, AttemptResult, NeedResult, Runner, Runners } from './runner.ts';
import { type RunSecrets, scopeOf } from './scope.ts';
import type { EndedAttempt } from './step.ts';

export interface AttemptOptions {
  readonly run: Run;
  readonly state: TaskRun;
  readonly task: ExecutableTask;
  readonly surroundings: RunSecrets;
  readonly attempt: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly runners: Runners;
  readonly clock: Clock;
  readonly grace: number;
  /** Bytes that the attempt's log may take on disk; 64 MiB where it isn't given. */
  readonly logLimit?: number;
  /**
   * Hears whole lines, after they were written to the attempt's log. Where it returns a promise it is behind: the
   * attempt waits in its next write until that resolves. Of very many lines at once most are left out, which a line
   * then tells.
   */
  output(stream: 'stdout' | 'stderr', lines: string): Promise<void> | undefined;
  /** Hears how far the attempt says it is. */
  progress(fraction: number, message: string | undefined): void;
  ended(ended: EndedAttempt): void;
}

/** An attempt that goes on. */
export interface LiveAttempt {
  stop(force: boolean): void;
}

/**
 * Carries out one attempt: its folder, its environment, its timeout, its log. Whatever happens `ended` is
 * called, once, and not before this returns.
 */
export function startAttempt(options: AttemptOptions): LiveAttempt {
  const { clock, task } = options;
  const signal = new AbortController();
  const force = new AbortController();
  const scratch = attemptFolder(options.surroundings.runFolder, task.id, options.attempt);
  let timedOut = false;
  let logFault: string | undefined;

  const output = attemptOutput({
    folder: scratch,
    clock,
    ...(options.logLimit !== undefined && { limit: options.logLimit }),
    tell: options.output,
    failed(fault) {
      // A task whose words are lost is stopped rather than let run on unheard.
      logFault = fault;
      signal.abort();
    },
  });
  const control: AttemptControl = {
    signal: signal.signal,
    force: force.signal,
    grace: options.grace,
    progress(fraction, message) {
      options.progress(fraction, message);
    },
    output: output.write,
    note: output.note,
  };
  const stopTimer =
    task.timeout === undefined
      ? () => undefined
      : clock.after(task.timeout, () => {
          timedOut = true;
          signal.abort();
        });

  void attemptResult(options, scratch, control).then((result) => {
    stopTimer();
    output.end();
    const told = timedOut ? asTimeout(result, task.timeout ?? 0) : result;
    options.ended({ ...(logFault === undefined ? told : unlogged(logFault)), tail: output.tail() });
  });

  return {
    stop(forced) {
      signal.abort();
      if (forced) force.abort();
    },
  };
}

async function attemptResult(
  options: AttemptOptions,
  scratch: string,
  control: AttemptControl,
): Promise<AttemptResult> {
  try {
    const request = requestOf(options, scratch);
    const runner = options.runners[request.work.kind] as Runner;
    return await runner.run(request, control);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof EvaluationError) {
      return { type: 'failed', failure: { reason: 'error', message, retryable: false } };
    }
    return { type: 'failed', failure: { reason: 'spawn', message } };
  }
}

/** Whatever it was that the stopped attempt ended with, its time was over; unless it had ended just before. */
function asTimeout(result: AttemptResult, after: number): AttemptResult {
  if (result.type === 'completed' && result.stopped !== true) return result;
  const memory = result.peakMemory === undefined ? {} : { peakMemory: result.peakMemory };
  return { type: 'failed', failure: { reason: 'timeout', after }, ...memory };
}

function unlogged(fault: string): AttemptResult {
  const message = `What it wrote couldn't be kept in its log: ${fault}`;
  return { type: 'failed', failure: { reason: 'error', message, retryable: false } };
}

/** Makes the attempt's folder and all that the attempt is given. Throws where it can't. */
function requestOf(options: AttemptOptions, scratch: string): AttemptRequest {
  const { run, state, task, surroundings, attempt } = options;
  const { runFolder } = surroundings;
  mkdirSync(scratch, { recursive: true });
  // Not made beforehand: the first line that a task appends makes it.
  const outputs = join(scratch, 'outputs');
  const needs = needResults(run, state);
  const needsFile = join(scratch, 'needs.json');
  writeFileSync(needsFile, JSON.stringify(needs));
  const scope = scopeOf(run, state, surroundings);
  return {
    task: task.id,
    attempt,
    work: task.work,
    folder: planOfScope(run, state.scope).folder,
    scratch,
    needs,
    env: {
      ...inherited(options.environment),
      ...scope.env,
      FLOW_OUTPUT: outputs,
      FLOW_NEEDS: needsFile,
      FLOW_RUN_ID: run.id,
      FLOW_RUN_DIR: runFolder,
      FLOW_TASK: task.id,
      FLOW_ATTEMPT: String(attempt),
      [MARKS]: withMark(options.environment[MARKS], markOf(run.id, task.id, attempt)),
    },
    evaluate: (expression) => evaluate(expression, scope),
    evaluateText: (text) => textOf(evaluateTemplate(text, scope)),
    evaluateDeep: (value) => evaluateDeep(value, scope),
  };
}

/** By their names in the task's own file. */
function needResults(run: Run, { task, scope }: TaskRun): Record<string, NeedResult> {
  return Object.fromEntries(
    task.needs.flatMap((id) => {
      const need = run.tasks.get(id);
      return need === undefined ? [] : [[ownId(scope, id), { state: need.state, outputs: need.outputs }]];
    }),
  );
}

function inherited(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
