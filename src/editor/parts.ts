import type { Analyses } from './analyses.ts';
import type { Graphs } from './graph/graphs.ts';
import type { Output } from './output.ts';
import type { HeldRuns } from './runs/heldRuns.ts';
import type { LogTerminals } from './runs/logTerminals.ts';
import type { RunCaches } from './runs/runCaches.ts';
import type { RunPlaces } from './runs/runPlaces.ts';
import type { SecretStore } from './secrets/secretStore.ts';
import type { WorkflowFiles } from './workflowFiles.ts';

/** What the commands work with. */
export interface Parts {
  readonly analyses: Analyses;
  readonly caches: RunCaches;
  readonly files: WorkflowFiles;
  readonly graphs: Graphs;
  readonly output: Output;
  readonly places: RunPlaces;
  readonly runs: HeldRuns;
  readonly secrets: SecretStore;
  readonly terminals: LogTerminals;
}
