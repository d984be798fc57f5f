import type { CancellationToken, Connection, ServerCapabilities } from 'vscode-languageserver/node';
import type { Analysis } from '../language/analyze.ts';
import type { Workspace } from '../language/nested/workspace.ts';
import type { PastRuns } from '../language/pastRuns.ts';
import type { Lines } from '../model/text.ts';
import type { Client } from './client.ts';
import type { Settings } from './settings.ts';

/** Something that the server can do for an editor. */
export interface Feature {
  /** What of it an editor is told at the beginning. */
  capabilities(client: Client): ServerCapabilities;
  /** Answers what is asked of it. Called once, before anything is read. */
  listen(server: Server): void;
}

/** What features are made of. */
export interface Server {
  readonly connection: Connection;
  /** Nothing is asked before it is known. */
  client(): Client;
  /** A workflow that is open, or on the disk, as it is now; `undefined` where there is none, or it is no workflow. */
  understood(uri: string): Understood | undefined;
  /** A file that the language names by its id. */
  named(id: string): NamedFile;
  readonly settings: Settings;
  /** The runs of a workflow that are known, newest first. */
  pastRuns(uri: string): Promise<PastRuns>;
  /** All workflows of the folders that are open. Rejects where the editor no longer wants the answer. */
  workspace(token: CancellationToken): Promise<Workspace>;
}

export interface NamedFile {
  readonly uri: string;
  /** Of its text in the editor, else on the disk. */
  readonly lines: Lines;
}

export interface Understood extends NamedFile {
  readonly analysis: Analysis;
  /** The editor's number of this text; absent where it isn't open there. */
  readonly version: number | undefined;
}
