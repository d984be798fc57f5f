import { type QuickPickItem, type Uri, window } from 'vscode';
import type { Parts } from '../parts.ts';
import { hasResults } from '../runs/canTryAgain.ts';
import type { HeldRun } from '../runs/heldRun.ts';
import { runDetails, startText } from '../tree/words.ts';

/** The finished runs of a workflow that left results, newest first. */
export function previousRuns({ runs }: Pick<Parts, 'runs'>, uri: Uri): readonly HeldRun[] {
  return runs.list(uri).filter((held) => !runs.isLive(held) && hasResults(held.run));
}

/** What stands for an earlier run in a list. */
export function previousItem(held: HeldRun): QuickPickItem & { readonly held: HeldRun } {
  return { label: startText(held.run.startedAt, Date.now()), description: runDetails(held.run), held };
}

/** The run whose results are taken over: the only one, or one picked of several, the latest first. */
export async function pickPrevious(
  parts: Pick<Parts, 'runs'>,
  uri: Uri,
  placeHolder: string,
): Promise<HeldRun | undefined> {
  const found = previousRuns(parts, uri);
  if (found.length < 2) return found[0];
  return (await window.showQuickPick(found.map(previousItem), { placeHolder }))?.held;
}
