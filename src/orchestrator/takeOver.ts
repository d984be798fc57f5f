import { type AgainOptions, whatHolds } from './again.ts';
import { changedInputs } from './cacheInputs.ts';
import type { Previous } from './orchestrate.ts';

export interface TakeOverOptions extends Omit<AgainOptions, 'filesChanged'> {
  /** The earlier run's own folder. */
  readonly folder: string;
}

/** What a new run takes over of an earlier one: the results that still hold, and why the other tasks run again. */
export async function takeOver(options: TakeOverOptions): Promise<Previous> {
  const { before, folder } = options;
  const { held, again } = whatHolds({ ...options, filesChanged: await changedInputs(before, folder) });
  return { from: before.id, held, again };
}
