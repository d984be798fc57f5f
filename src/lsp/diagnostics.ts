import { type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver/node';
import { diagnosticsOf } from './diagnostic.ts';
import type { Server } from './feature.ts';
import type { OpenFiles } from './openFiles.ts';
import type { Settings } from './settings.ts';
import { whenQuiet } from './whenQuiet.ts';

export interface Diagnostics {
  /** They may be others now: by another workflow, or by a setting. */
  refresh(): void;
}

/** Tells what is wrong with the workflows that are open: an editor that asks when it asks, any other by itself. */
export function tellDiagnostics(
  { connection, client, understood }: Server,
  files: OpenFiles,
  settings: Settings,
): Diagnostics {
  let refreshes = 0;
  const sent = new Map<string, string>();
  const sendAll = whenQuiet(() => {
    for (const { uri } of files.workflows()) send(uri);
  });
  files.documents.onDidChangeContent(() => {
    if (!client().asksForDiagnostics) sendAll();
  });
  files.documents.onDidClose(({ document: { uri } }) => {
    if (client().asksForDiagnostics) return;
    if (sent.delete(uri)) connection.sendDiagnostics({ uri, diagnostics: [] });
    // What it said in the editor may not be what is on the disk.
    sendAll();
  });
  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }) =>
    report(uri, previousResultId),
  );
  return {
    refresh() {
      refreshes++;
      if (!client().asksForDiagnostics) sendAll();
      else if (client().can.workspace?.diagnostics?.refreshSupport === true) {
        connection.languages.diagnostics.refresh().catch(() => undefined);
      }
    },
  };

  /** What is as it was isn't sent again, but for the first time, when even nothing is news. */
  function send(uri: string): void {
    const file = understood(uri);
    if (file === undefined) return;
    const diagnostics = diagnosticsOf(file, settings.severities());
    const now = JSON.stringify([file.version, diagnostics]);
    if (sent.get(uri) === now) return;
    sent.set(uri, now);
    const version = file.version === undefined ? {} : { version: file.version };
    connection.sendDiagnostics({ uri, ...version, diagnostics });
  }

  function report(uri: string, before: string | undefined): DocumentDiagnosticReport {
    const file = understood(uri);
    if (file === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = [file.version, files.changes(), refreshes].join(' ');
    if (resultId === before && file.version !== undefined) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    }
    return {
      kind: DocumentDiagnosticReportKind.Full,
      resultId,
      items: diagnosticsOf(file, settings.severities()),
    };
  }
}
