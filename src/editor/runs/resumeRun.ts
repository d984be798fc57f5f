import { window } from 'vscode';
import type { Again } from '../../model/event.ts';
import { type Reason, reasonText } from '../../model/reason.ts';
import type { Run } from '../../model/run.ts';
import { OwnedError } from '../../orchestrator/owner.ts';
import { previewResume, ResumeError } from '../../orchestrator/resume.ts';
import { selectAgain } from '../../orchestrator/select.ts';
import type { HeldRun } from './heldRun.ts';
import { type PreparedRun, prepareRun, type RunParts } from './prepareRun.ts';

/**
 * Goes on with a run that was interrupted or cancelled, by its file as it is now.
 * Resolves with `undefined` when it doesn't go on; the person has been told why, or has said so.
 */
export async function resumeRun(parts: RunParts, held: HeldRun): Promise<HeldRun | undefined> {
  const { uri, run } = held;
  const narrow: (plan: PreparedRun['plan']) => PreparedRun['plan'] = (plan) => selectAgain(plan, run.plan);
  const prepared = await prepareRun(parts, { uri, narrow, before: run });
  if (prepared === undefined) return undefined;
  try {
    const { again } = await previewResume({ folder: held.folder, ...prepared });
    return (await isAgreed(held, again)) ? await parts.runs.resume(held, prepared) : undefined;
  } catch (error) {
    if (!(error instanceof OwnedError || error instanceof ResumeError)) throw error;
    await window.showWarningMessage(error.message);
    return undefined;
  }
}

/** So many tasks can be read in a message. */
const MOST = 12;

/** Asks where more begins anew than what was cut off: because the file or the inputs are others than before. */
async function isAgreed({ run }: HeldRun, again: readonly Again[]): Promise<boolean> {
  const others = again.filter((each) => !each.reasons.every(isCutOff) && isNews(run, each));
  if (!others.some(({ reasons }) => reasons.some(isOwn))) return true;
  const lines = others
    .slice(0, MOST)
    .map(({ task, reasons }) => `${task}: ${reasons.map(reasonText).join(', ')}`);
  const more = others.length > MOST ? [`… and ${others.length - MOST} more`] : [];
  const answer = await window.showWarningMessage(
    `“${run.plan.name}” has changed since: beside what was cut off, ${amount(others.length)} again.`,
    { modal: true, detail: [...lines, ...more].join('\n') },
    'Resume',
  );
  return answer === 'Resume';
}

/** Of what hadn't begun yet nobody asks why it does. */
function isNews({ tasks }: Run, { task: id }: Again): boolean {
  const task = tasks.get(id);
  if (task === undefined || task.state === 'completed') return true;
  return task.attempts.length > 0 || task.expandedAt !== undefined;
}

function isCutOff({ type }: Reason): boolean {
  return type === 'unfinished';
}

function isOwn({ type }: Reason): boolean {
  return type !== 'unfinished' && type !== 'upstream' && type !== 'part';
}

function amount(tasks: number): string {
  return tasks === 1 ? '1 task begins' : `${tasks} tasks begin`;
}
