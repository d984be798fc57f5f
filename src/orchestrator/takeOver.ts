import { type AgainOptions, whatHolds } from './again.ts';
import type { Previous } from './orchestrate.ts';

/** What a new run takes over of an earlier one: the results that still hold, and why the other tasks run again. */
export function takeOver(options: AgainOptions): Previous {
  const { held, again } = whatHolds(options);
  return {
    run: options.before.id,
    outputs: new Map([...held].map(([id, { outputs }]) => [id, outputs])),
    again,
  };
}
