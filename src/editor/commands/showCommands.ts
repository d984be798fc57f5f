import {
  commands,
  Range,
  Selection,
  TabInputText,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { TaskRun } from '../../model/run.ts';
import { writtenIn } from '../../model/written.ts';
import { RUN_DOCUMENT } from '../names/identifiers.ts';
import type { Parts } from '../parts.ts';
import { toRange } from '../places.ts';
import type { HeldRun } from '../runs/heldRun.ts';
import { logUri, reportUri } from '../runs/runDocuments.ts';
import type { Target } from '../target.ts';
import { activeWorkflow, chooseRun, chooseWorkflow } from './choose.ts';

/** Beside the editor: of the workflow named or looked at, or else of one that runs. */
export async function showGraph(parts: Parts, target: Target): Promise<void> {
  const looked = target.uri ?? activeWorkflow(parts);
  const running = looked === undefined && parts.runs.live().length > 0;
  const uri = running
    ? (await chooseRun(parts, target, 'Which run to show?', parts.runs.isLive))?.uri
    : await chooseWorkflow(parts, target, 'Which workflow to show?');
  if (uri !== undefined) parts.graphs.show(uri);
}

/** The report of a run, as a read-only document that follows the run while it goes on. */
export async function showReport(parts: Parts, target: Target): Promise<void> {
  const run = await chooseRun(parts, target, 'The report of which run?');
  if (run === undefined) await window.showInformationMessage('There is no run to report on yet.');
  else await showReadOnly(reportUri(run));
}

/** What a task wrote, as a read-only document that follows the task while it runs. */
export async function showLog(parts: Parts, target: Target): Promise<void> {
  const log = await chooseLog(parts, target);
  if (log !== undefined) await showReadOnly(logUri(log.held, log.task));
}

/** The same in a terminal, with the colours that the task wrote. */
export async function showLogTerminal(parts: Parts, target: Target): Promise<void> {
  const log = await chooseLog(parts, target);
  if (log !== undefined) parts.terminals.show(log.held, log.task);
}

async function chooseLog(
  parts: Parts,
  target: Target,
): Promise<{ readonly held: HeldRun; readonly task: string } | undefined> {
  const held = await chooseRun(parts, target, 'A log of which run?');
  const task = target.task ?? (held && (await pickLoggedTask([...held.run.tasks.values()])));
  return held === undefined || task === undefined ? undefined : { held, task };
}

/** In a tab that the next such document takes over; a workflow in one keeps it. */
async function showReadOnly(uri: Uri): Promise<void> {
  const { activeTab } = window.tabGroups.activeTabGroup;
  const { input, isPreview } = activeTab ?? {};
  if (isPreview && input instanceof TabInputText && input.uri.scheme !== RUN_DOCUMENT) {
    await commands.executeCommand('workbench.action.keepEditor');
  }
  await window.showTextDocument(uri, { preview: true });
}

async function pickLoggedTask(tasks: readonly TaskRun[]): Promise<string | undefined> {
  const items = tasks
    .filter(({ attempts }) => attempts.length > 0)
    .map(({ task, state }) => ({ label: task.id, description: state }));
  return (await window.showQuickPick(items, { placeHolder: 'The log of which task?' }))?.label;
}

/** Puts the cursor on the task in its file; the file's current text counts, whatever a run was made of. */
export async function goToTask(parts: Parts, target: Target): Promise<void> {
  const { uri, task } = writtenAt(parts, target);
  if (uri === undefined) return;
  const document = await workspace.openTextDocument(uri);
  const { tasksById, lines } = parts.analyses(document);
  const found = tasksById.get(task ?? '');
  const range = found === undefined ? new Range(0, 0, 0, 0) : toRange(lines, found.id.range);
  const editor = await window.showTextDocument(document, { viewColumn: columnOf(uri), preview: true });
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The file that a task is written in, and its id there: a part of another task has one that no file knows. */
function writtenAt({ runs }: Parts, { uri, run, task }: Target): Target {
  if (uri === undefined || task === undefined) return { ...(uri && { uri }) };
  const known = (run === undefined ? undefined : runs.find(run)) ?? runs.list(uri)[0];
  const written = known && writtenIn(known.run, task);
  if (known === undefined || written === undefined) return { uri, task };
  const isOwn = written.plan === known.run.plan;
  return { uri: isOwn ? uri : Uri.file(written.plan.file), task: written.id };
}

/** Where the file is already in sight; never on top of the graph that it was asked from. */
function columnOf(uri: Uri): ViewColumn {
  const visible = window.visibleTextEditors.find(({ document }) => String(document.uri) === String(uri));
  return visible?.viewColumn ?? (window.activeTextEditor ? ViewColumn.Active : ViewColumn.One);
}
