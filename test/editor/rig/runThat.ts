import { EventEmitter, type Uri } from 'vscode';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import { extension } from './flowApi.ts';
import { waitFor } from './waitFor.ts';

/** Resolves with a run of a workflow as soon as one suits, whoever drives it. */
export async function runThat(uri: Uri, suits: (held: HeldRun) => boolean): Promise<HeldRun> {
  const { runs } = await extension().activate();
  const change = new EventEmitter<void>();
  const parts = [runs.onNews(() => change.fire()), runs.onListChange(() => change.fire())];
  const held = await waitFor(change.event, () => runs.list(uri).find(suits));
  for (const part of parts) part.dispose();
  return held;
}
