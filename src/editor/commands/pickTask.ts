import { type QuickPickItem, type Uri, window, workspace } from 'vscode';
import { taskAt } from '../../language/taskAt.ts';
import type { Parts } from '../parts.ts';
import { fromRange } from '../places.ts';

/** A task of a workflow's file, picked; the one at the cursor stands first. */
export async function pickTask(
  parts: Pick<Parts, 'analyses'>,
  uri: Uri,
  placeHolder: string,
): Promise<string | undefined> {
  const document = await workspace.openTextDocument(uri);
  const analysis = parts.analyses(document);
  const editor = window.visibleTextEditors.find((visible) => visible.document === document);
  const atCursor = editor && taskAt(analysis, fromRange(analysis.lines, editor.selection).start);
  const cursor = atCursor?.id.value;
  const items = analysis.workflow.tasks.map((task): QuickPickItem => {
    const needs = task.needs.map((need) => need.value).join(', ');
    return {
      label: task.id.value,
      description: needs === '' ? '' : `needs ${needs}`,
      ...(task.description && { detail: task.description.value }),
    };
  });
  items.sort((a, b) => Number(b.label === cursor) - Number(a.label === cursor));
  return (await window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.label;
}
