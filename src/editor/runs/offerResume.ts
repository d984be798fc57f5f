import { commands, Disposable, window, workspace } from 'vscode';
import { taskCount } from '../../model/run.ts';
import { showError } from '../boundary.ts';
import { COMMANDS } from '../names/commands.ts';
import { setting } from '../names/settings.ts';
import type { Output } from '../output.ts';
import type { DrivenMarks } from './drivenMarks.ts';
import type { HeldRun } from './heldRun.ts';
import type { HeldRuns } from './heldRuns.ts';

/**
 * Offers to go on with the runs that the end of this workspace's last window cut off; once for each, and in Restricted
 * Mode not before it is left.
 */
export function offerResume(runs: HeldRuns, marks: DrivenMarks, output: Output): Disposable {
  const offer = (): void => {
    const left = workspace.isTrusted ? marks.all() : [];
    if (left.length > 0) offerAll(left).catch((error: unknown) => showError(error, output));
  };
  offer();
  return Disposable.from(
    workspace.onDidGrantWorkspaceTrust(offer),
    runs.onNews(({ event, held: { run }, here }) => {
      if (!here) return;
      if (event.type === 'run-started' || event.type === 'run-resumed') marks.set(run.id);
      else if (event.type === 'run-finished' && event.outcome !== 'interrupted') marks.remove(run.id);
    }),
  );

  async function offerAll(ids: readonly string[]): Promise<void> {
    await runs.readEarlier();
    await Promise.all(ids.map(offerOne));
  }

  async function offerOne(id: string): Promise<void> {
    const held = runs.find(id);
    // The last window may still be about to stop its tasks.
    const run = held && (await runs.finished(held));
    marks.remove(id);
    if (held === undefined || run?.state !== 'interrupted') return;
    if (setting('flow.run.notifications', held.uri) !== 'none') await ask(held);
  }
}

async function ask({ uri, run }: HeldRun): Promise<void> {
  const done = `${run.counts.completed} of ${taskCount(run)} tasks had completed`;
  const answer = await window.showWarningMessage(
    `The run of ${run.plan.name} was interrupted: ${done}. Resume goes on with the others.`,
    { title: 'Resume', command: COMMANDS.resumeRun },
    { title: 'Show Report', command: COMMANDS.showReport },
  );
  if (answer !== undefined) await commands.executeCommand(answer.command, { uri, run: run.id });
}
