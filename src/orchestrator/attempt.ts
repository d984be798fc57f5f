import { join } from 'node:path';
import { EvaluationError } from '../expression/evaluate.ts';
import type { AttemptOptions } from './attemptOptions.ts';
import { attemptRequest, OUTPUTS_FILE, PROGRESS_FILE } from './attemptRequest.ts';
import { cachedAttempt } from './cachedAttempt.ts';
import { attemptOutput } from './log/attemptOutput.ts';
import { progressFeed } from './progress/progressFeed.ts';
import { attemptFolder } from './runFolder.ts';
import type { AttemptControl, AttemptResult, Runner } from './runner.ts';
import { maskedResult } from './secrets/maskedResult.ts';
import { maskFile } from './secrets/maskFile.ts';

/** An attempt that goes on. */
export interface LiveAttempt {
  stop(force: boolean): void;
}

/**
 * Carries out one attempt: its folder, its environment, its timeout, its log. Whatever happens `ended` is
 * called, once, and not before this returns.
 */
export function startAttempt(options: AttemptOptions): LiveAttempt {
  const { clock, masker, task } = options;
  const signal = new AbortController();
  const force = new AbortController();
  const scratch = attemptFolder(options.surroundings.runFolder, task.id, options.attempt);
  let timedOut = false;
  let logFault: string | undefined;

  const output = attemptOutput({
    folder: scratch,
    clock,
    masker,
    ...(options.logLimit !== undefined && { limit: options.logLimit }),
    tell: options.output,
    failed(fault) {
      // A task whose words are lost is stopped rather than let run on unheard.
      logFault = fault;
      signal.abort();
    },
  });
  const progress = progressFeed(clock, (fraction, message) =>
    options.progress(fraction, message === undefined ? undefined : masker.text(message)),
  );
  const control: AttemptControl = {
    signal: signal.signal,
    force: force.signal,
    grace: options.grace,
    progress: progress.say,
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
    progress.end();
    for (const name of [OUTPUTS_FILE, PROGRESS_FILE]) maskFile(join(scratch, name), masker);
    const told = timedOut ? asTimeout(result, task.timeout ?? 0) : result;
    const ended = logFault === undefined ? told : unlogged(logFault);
    options.ended({ ...maskedResult(ended, masker), tail: output.tail() });
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
    const request = attemptRequest(options, scratch);
    const runner = options.runners[request.work.kind] as Runner;
    // Masked before it is kept anywhere, the cache included.
    const carryOut = async (): Promise<AttemptResult> =>
      maskedResult(await runner.run(request, control), options.masker);
    if (options.cache === undefined) return await carryOut();
    return await cachedAttempt(options.cache, options, request, control, carryOut);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof EvaluationError) {
      return { type: 'failed', failure: { reason: 'error', message, retryable: false } };
    }
    return { type: 'failed', failure: { reason: 'spawn', message } };
  }
}

/** Whatever a stopped attempt ended with, its time was over; unless it had ended by itself before it was stopped. */
function asTimeout(result: AttemptResult, after: number): AttemptResult {
  if (result.stopped !== true) return result;
  const memory = result.peakMemory === undefined ? {} : { peakMemory: result.peakMemory };
  return { type: 'failed', failure: { reason: 'timeout', after }, ...memory };
}

function unlogged(fault: string): AttemptResult {
  const message = `What it wrote couldn't be kept in its log: ${fault}`;
  return { type: 'failed', failure: { reason: 'error', message, retryable: false } };
}
