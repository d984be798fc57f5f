import { liveFamilies } from './process/liveFamilies.ts';
import type { Runners } from './runner.ts';
import { moduleRunner } from './runners/module.ts';
import { runRunner } from './runners/run.ts';

/** The runners that start real processes; those left when this process ends are killed with it. */
export function systemRunners(): Runners {
  const families = liveFamilies();
  return { run: runRunner(families), module: moduleRunner(families) };
}
