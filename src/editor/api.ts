import type { HeldRun } from './runs/heldRun.ts';
import type { HeldRuns } from './runs/heldRuns.ts';
import type { RunRequest } from './runs/startRun.ts';

/**
 * What the extension gives to other extensions, and to its own tests:
 * `extensions.getExtension<FlowApi>('flow-yaml.flow-yaml')?.exports`.
 */
export interface FlowApi {
  /** Runs a workflow's file as the command does, questions included. `undefined` when it wasn't started. */
  startRun(request: RunRequest): Promise<HeldRun | undefined>;
  /** The runs of this window and the ones kept on disk, and what happens in them. */
  readonly runs: Omit<HeldRuns, 'start' | 'resume' | 'refresh' | 'dispose'>;
}

/** The extension's id, as `getExtension` takes it. */
export const EXTENSION = 'flow-yaml.flow-yaml';
