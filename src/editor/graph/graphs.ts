import { type Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Analyses } from '../analyses.ts';
import { GRAPH_PANEL } from '../names/identifiers.ts';
import { setting } from '../names/settings.ts';
import type { HeldRuns } from '../runs/heldRuns.ts';
import { drawGraph } from './graphPanel.ts';

/** The graphs on screen, at most one for each workflow. */
export interface Graphs extends Disposable {
  /** Opens the workflow's graph beside the editor, or brings it to the front; the cursor stays where it is. */
  show(uri: Uri): void;
  /** The workflow whose graph has the focus. */
  active(): Uri | undefined;
}

export function createGraphs(analyses: Analyses, runs: HeldRuns, extension: Uri): Graphs {
  const panels = new Map<string, WebviewPanel>();
  const restoring = window.registerWebviewPanelSerializer(GRAPH_PANEL, {
    async deserializeWebviewPanel(panel, state: unknown) {
      const file = fileOf(state);
      if (file === undefined) panel.dispose();
      else adopt(panel, Uri.parse(file, true));
    },
  });
  const starting = runs.onNews(({ event, held, here }) => {
    if (!here || (event.type !== 'run-started' && event.type !== 'run-resumed')) return;
    if (setting('flow.run.openGraph', held.uri) === 'onRun') show(held.uri);
  });
  return {
    show,
    active() {
      const [file] = [...panels].find(([, panel]) => panel.active) ?? [];
      return file === undefined ? undefined : Uri.parse(file, true);
    },
    dispose() {
      restoring.dispose();
      starting.dispose();
      for (const panel of [...panels.values()]) panel.dispose();
    },
  };

  function show(uri: Uri): void {
    const open = panels.get(String(uri));
    if (open !== undefined) {
      open.reveal(undefined, true);
      return;
    }
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    adopt(window.createWebviewPanel(GRAPH_PANEL, 'Graph', column), uri);
  }

  function adopt(panel: WebviewPanel, uri: Uri): void {
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [Uri.joinPath(extension, 'dist'), Uri.joinPath(extension, 'media')],
    };
    panels.set(String(uri), panel);
    panel.onDidDispose(() => panels.delete(String(uri)));
    drawGraph(panel, uri, { analyses, runs, extension });
  }
}

/** What the page had kept when the window was reloaded. */
function fileOf(state: unknown): string | undefined {
  const file = (state as { readonly file?: unknown } | null | undefined)?.file;
  return typeof file === 'string' ? file : undefined;
}
