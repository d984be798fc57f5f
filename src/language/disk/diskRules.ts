import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Workflow } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import type { Disk } from '../nested/disk.ts';
import type { FilePlace } from '../nested/workflowFiles.ts';
import type { Entry } from '../parts/placedEntry.ts';
import { missingModule } from './missingModule.ts';
import { missingScript } from './missingScript.ts';
import { missingShell } from './missingShell.ts';

/** All that a rule about what stands beside a file may look at. */
export interface DiskFacts {
  /** But for its tasks. */
  readonly workflow: Workflow;
  readonly entries: readonly Entry[];
  readonly disk: Disk;
  /** The file's. */
  readonly folder: string;
}

/** Says what is wrong with a workflow in one respect that only a look at the disk can tell. */
export type DiskRule = (facts: DiskFacts) => Iterable<Diagnostic>;

const RULES: readonly DiskRule[] = [missingShell, missingModule, missingScript];

/** What this machine lacks that a workflow asks for. Nothing where nobody knows what there is. */
export function* applyDiskRules(
  { kept: { shared, entries } }: Pick<Analysis, 'kept'>,
  { disk, folder }: FilePlace,
): Iterable<Diagnostic> {
  if (disk === undefined) return;
  const facts = { workflow: shared.workflow, entries, disk, folder };
  for (const rule of RULES) yield* rule(facts);
}
