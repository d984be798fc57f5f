import { randomBytes } from 'node:crypto';
import { commands, Disposable, Uri, type WebviewPanel, window, workspace } from 'vscode';
import { taskAt } from '../../language/taskAt.ts';
import type { Answer } from '../../model/workflow.ts';
import { graphHtml } from '../../webview/html.ts';
import { type HostMessage, readViewMessage, type ViewMessage } from '../../webview/protocol.ts';
import type { Analyses } from '../analyses.ts';
import { coalesce } from '../coalesce.ts';
import { COMMANDS } from '../names/commands.ts';
import { fromRange } from '../places.ts';
import type { HeldRuns } from '../runs/heldRuns.ts';
import { whyNotRun } from '../runs/mayRun.ts';
import { workflowLabel } from '../workflowFiles.ts';
import { snapshotOf } from './snapshot.ts';

/** What answers a task that waits for a person. */
const ANSWERING: Readonly<Record<Answer, string>> = { approve: COMMANDS.approve, reject: COMMANDS.reject };

/** At most one snapshot in so many ms: two frames of a screen. */
const FRAME = 33;

/**
 * Draws a workflow's file into a panel and keeps it so: as the file is typed, as a run goes on, as the cursor
 * moves. The page keeps nothing that it couldn't be told again, so a hidden panel costs nothing.
 */
export function drawGraph(
  panel: WebviewPanel,
  uri: Uri,
  { analyses, runs, extension }: { analyses: Analyses; runs: HeldRuns; extension: Uri },
): void {
  const { webview } = panel;
  const asset = (name: string): string => String(webview.asWebviewUri(Uri.joinPath(extension, 'dist', name)));
  let selected: string | undefined;
  const drawSoon = coalesce(FRAME, () => void draw());
  const parts = Disposable.from(
    drawSoon,
    webview.onDidReceiveMessage((message) => answer(readViewMessage(message))),
    panel.onDidChangeViewState(drawSoon.request),
    workspace.onDidChangeTextDocument(({ document }) => drawIfMine(document)),
    workspace.onDidOpenTextDocument(drawIfMine),
    workspace.onDidGrantWorkspaceTrust(drawSoon.request),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (isMine(textEditor.document)) followCursor();
    }),
    runs.onListChange(drawSoon.request),
    runs.onNews(({ held, event }) => {
      if (String(held.uri) === String(uri) && event.type !== 'task-output') drawSoon.request();
    }),
  );
  panel.onDidDispose(() => parts.dispose());
  panel.title = `${workflowLabel(uri)} graph`;
  panel.iconPath = {
    light: Uri.joinPath(extension, 'media', 'file-light.svg'),
    dark: Uri.joinPath(extension, 'media', 'file-dark.svg'),
  };
  webview.html = graphHtml({
    nonce: randomBytes(16).toString('base64'),
    cspSource: webview.cspSource,
    scriptUri: asset('webview.js'),
    styleUri: asset('webview.css'),
    file: String(uri),
  });

  function isMine(document: { readonly uri: Uri }): boolean {
    return String(document.uri) === String(uri);
  }

  function drawIfMine(document: { readonly uri: Uri }): void {
    if (isMine(document)) drawSoon.request();
  }

  async function draw(): Promise<void> {
    if (!panel.visible) return;
    const document = await Promise.resolve(workspace.openTextDocument(uri)).catch(() => undefined);
    await runs.readEarlier();
    const drawn = {
      label: workflowLabel(uri),
      analysis: document && analyses(document),
      run: runs.list(uri)[0]?.run,
      selected,
      refusal: whyNotRun({ trusted: workspace.isTrusted, scheme: uri.scheme })?.message,
    };
    await post(snapshotOf(drawn, Date.now()));
  }

  /** Only a move into another task is worth a message. */
  function followCursor(): void {
    const editor = window.visibleTextEditors.find(({ document }) => isMine(document));
    if (editor === undefined) return;
    const analysis = analyses(editor.document);
    const task = taskAt(analysis, fromRange(analysis.lines, editor.selection).start)?.id.value;
    if (task === selected) return;
    selected = task;
    void post(task === undefined ? { type: 'select' } : { type: 'select', task });
  }

  function post(message: HostMessage): Thenable<boolean> {
    return webview.postMessage(message);
  }

  function answer(message: ViewMessage | undefined): void {
    const run = runs.list(uri)[0]?.run.id;
    switch (message?.type) {
      case 'ready':
        followCursor();
        drawSoon.request();
        return;
      case 'reveal':
        commands.executeCommand(COMMANDS.goToTask, { uri, run, task: message.task });
        return;
      case 'showLog':
        commands.executeCommand(COMMANDS.showLog, { uri, run, task: message.task });
        return;
      case 'answer':
        commands.executeCommand(ANSWERING[message.answer], { uri, run, task: message.task });
        return;
      case 'run':
        commands.executeCommand(COMMANDS.runWorkflow, { uri });
        return;
      case 'resume':
        commands.executeCommand(COMMANDS.resumeRun, { uri, run });
        return;
      case 'cancel':
        commands.executeCommand(COMMANDS.cancelRun, { uri });
        return;
      case 'showReport':
        commands.executeCommand(COMMANDS.showReport, { uri, run });
        return;
      case undefined:
        return;
    }
  }
}
