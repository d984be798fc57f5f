import { systemReason } from './usageError.ts';

/** A run whose journal can't be written any more: the disk is full, say. What ran was killed. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff';

  constructor(run: string, cause: Error) {
    super(
      `The run ${run} was broken off, because it can't be written down: ${systemReason(cause)}. ` +
        `Once it can, flow resume ${run} goes on with it.`,
      { cause },
    );
  }
}
