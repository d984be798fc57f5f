import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failureText } from '../../../../src/model/failure.ts';
import { foldEvents } from '../../../../src/model/fold.ts';
import type { Run } from '../../../../src/model/run.ts';
import { eventsIn, type Workplace, workplace } from '../../cli/support/flow.ts';

const EXAMPLES = fileURLToPath(new URL('../../../../examples', import.meta.url));

/** A copy of the examples without what earlier runs have left, and the real command line in it. */
export function copyOfExamples(): Workplace {
  const place = workplace({});
  cpSync(EXAMPLES, place.folder, {
    recursive: true,
    filter: (source) => !['build', '.flow'].includes(basename(source)),
  });
  return place;
}

/** Runs a workflow to its end, and gives the run as its events tell it. */
export async function ran({ flow }: Workplace, file: string, ...args: readonly string[]): Promise<Run> {
  return told(await flow(['run', file, '--events', '-', ...args]).ended);
}

/** The run that a command line with `--events -` has told. */
export function told(ended: { readonly stdout: string; readonly stderr: string }): Run {
  const run = foldEvents(eventsIn(ended.stdout));
  assert.ok(run !== undefined, ended.stderr);
  return run;
}

/** How all tasks of a run ended, by id. */
export function states(run: Run): Readonly<Record<string, string>> {
  return Object.fromEntries([...run.tasks].map(([id, { state }]) => [id, state]));
}

/** The ids of the tasks that didn't complete, and why. */
export function incomplete(run: Run): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...run.tasks.values()]
      .filter(({ state }) => state !== 'completed')
      .map(({ task, state, failure, skipped }) => [
        task.id,
        failure ? failureText(failure) : (skipped ?? state),
      ]),
  );
}

/** The value of an output, which must be a number. */
export function numberOf(outputs: Readonly<Record<string, unknown>>, name: string): number {
  const value = outputs[name];
  assert.equal(typeof value, 'number', `${name} is ${value}`);
  return Number(value);
}

/** The file of a project that has this path in it. */
export function inProject(...names: readonly string[]): string {
  return join(EXAMPLES, '..', ...names);
}
