import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver/node';
import type { Diagnostics } from './diagnostics.ts';
import type { Server } from './feature.ts';
import type { OpenFiles } from './openFiles.ts';
import type { Settings } from './settings.ts';
import { pathOf } from './uris.ts';
import type { Workflows } from './workflows.ts';

/** Hears of all that changes outside of the open texts: files, folders, settings. */
export function watch(
  { connection, client }: Server,
  files: OpenFiles,
  workflows: Workflows,
  settings: Settings,
  diagnostics: Diagnostics,
): void {
  connection.onInitialized(async () => {
    const { workspace } = client().can;
    workflows.setFolders(client().folders);
    if (workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        workflows.changeFolders(paths(added), paths(removed));
      });
    }
    if (workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'flow' });
    }
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: GLOBS.map((globPattern) => ({ globPattern })),
      });
      workflows.watched();
    }
    await readSettings();
  });
  connection.onDidChangeConfiguration(({ settings: sent }) => readSettings(sent));
  connection.onDidChangeWatchedFiles(() => {
    workflows.forget();
    somethingChanged();
  });
  files.documents.onDidSave(somethingChanged);

  function somethingChanged(): void {
    files.diskChanged();
    diagnostics.refresh();
  }

  async function readSettings(sent?: unknown): Promise<void> {
    if (!(await settings.read(sent))) return;
    diagnostics.refresh();
    if (client().can.workspace?.inlayHint?.refreshSupport === true) {
      await connection.languages.inlayHint.refresh();
    }
    if (client().can.workspace?.codeLens?.refreshSupport === true) {
      await connection.sendRequest(CodeLensRefreshRequest.type);
    }
  }
}

/** Workflows, and what they name: modules, and programs that scripts start. */
const GLOBS = ['**/*.flow.{yaml,yml}', '**/*.{js,mjs,cjs,ts,mts,cts,sh,bash,py,rb,pl}'];

function paths(folders: readonly { readonly uri: string }[]): readonly string[] {
  return folders.flatMap(({ uri }) => pathOf(uri) ?? []);
}
