import { commands, Disposable, type Memento, window, workspace } from 'vscode';
import { showError } from '../boundary.ts';
import { COMMANDS } from '../names/commands.ts';
import { setting } from '../names/settings.ts';
import type { Output } from '../output.ts';
import type { HeldRun } from './heldRun.ts';
import type { HeldRuns } from './heldRuns.ts';

/** The ids of the runs that this window drives, kept for the next one. */
const DRIVEN = 'drivenRuns';

/**
 * Offers to go on with the runs that the end of this workspace's last window cut off; once for each, and in Restricted
 * Mode not before it is left.
 */
export function offerResume(runs: HeldRuns, memory: Memento, output: Output): Disposable {
  const left = new Set(memory.get<readonly string[]>(DRIVEN, []));
  const driven = new Set(left);
  const keep = (): Thenable<void> => memory.update(DRIVEN, [...driven]);
  const offer = (): void => {
    if (!workspace.isTrusted || left.size === 0) return;
    const ids = [...left];
    left.clear();
    for (const id of ids) driven.delete(id);
    void keep();
    offerAll(runs, ids).catch((error: unknown) => showError(error, output));
  };
  offer();
  return Disposable.from(
    workspace.onDidGrantWorkspaceTrust(offer),
    runs.onNews(({ event, held: { run }, here }) => {
      if (!here) return;
      if (event.type === 'run-started' || event.type === 'run-resumed') driven.add(run.id);
      else if (event.type === 'run-finished' && event.outcome !== 'interrupted') driven.delete(run.id);
      else return;
      void keep();
    }),
  );
}

async function offerAll(runs: HeldRuns, ids: readonly string[]): Promise<void> {
  await runs.readEarlier();
  const cutOff = ids.flatMap((id) => runs.find(id) ?? []).filter(({ run }) => run.state === 'interrupted');
  const told = cutOff.filter(({ uri }) => setting('flow.run.notifications', uri) !== 'none');
  await Promise.all(told.map(offerOne));
}

async function offerOne({ uri, run }: HeldRun): Promise<void> {
  const answer = await window.showWarningMessage(
    `The run of ${run.plan.name} was interrupted.`,
    { title: 'Resume', command: COMMANDS.resumeRun },
    { title: 'Show Report', command: COMMANDS.showReport },
  );
  if (answer !== undefined) await commands.executeCommand(answer.command, { uri, run: run.id });
}
