import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Analysis } from '../analyze.ts';
import type { Disk } from '../nested/disk.ts';
import type { FilePlace } from '../nested/workflowFiles.ts';
import { createSuggest, type Suggest } from '../suggest.ts';
import { missingModule } from './missingModule.ts';
import { missingScript } from './missingScript.ts';
import { missingShell } from './missingShell.ts';

/** All that a rule about what stands beside a file may look at. */
export interface DiskFacts extends Pick<Analysis, 'workflow' | 'tasksById'> {
  readonly disk: Disk;
  /** The file's. */
  readonly folder: string;
  readonly suggest: Suggest;
}

/** Says what is wrong with a workflow in one respect that only a look at the disk can tell. */
export type DiskRule = (facts: DiskFacts) => Iterable<Diagnostic>;

const RULES: readonly DiskRule[] = [missingShell, missingModule, missingScript];

/** What this machine lacks that a workflow asks for. Nothing where nobody knows what there is. */
export function* applyDiskRules(
  { workflow, tasksById }: Analysis,
  { disk, folder }: FilePlace,
): Iterable<Diagnostic> {
  if (disk === undefined) return;
  const facts = { workflow, tasksById, disk, folder, suggest: createSuggest() };
  for (const rule of RULES) yield* rule(facts);
}
