import type { Uri } from 'vscode';
import type { RunEvent } from '../../model/event.ts';
import type { Run } from '../../model/run.ts';

/** A run that the editor knows: one that it drives, one that another process does, or an earlier one. */
export interface HeldRun {
  /** The workflow's file. */
  readonly uri: Uri;
  /** Where the run keeps its journal and logs. */
  readonly folder: string;
  /** As far as it is known now: another object once the run was taken up again, or was read anew. */
  readonly run: Run;
}

/** Something happened in a run. */
export interface RunNews {
  readonly held: HeldRun;
  readonly event: RunEvent;
  /** Whether this window drives the run. Of runs that others drive, text that tasks write isn't told. */
  readonly here: boolean;
}
