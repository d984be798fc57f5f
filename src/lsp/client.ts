import type { ClientCapabilities, InitializeParams, MarkupContent } from 'vscode-languageserver/node';
import { pathOf } from './uris.ts';

/** What the editor at the other end can do. */
export interface Client {
  readonly can: ClientCapabilities;
  /** The folders that were open when it began, absolute paths. */
  readonly folders: readonly string[];
  /** Whether it asks for diagnostics; else they are sent to it. */
  readonly asksForDiagnostics: boolean;
  readonly takesSnippets: boolean;
  /** What it was started with: settings of an editor that can't be asked for them. */
  readonly options: unknown;
}

export function clientOf({
  capabilities,
  workspaceFolders,
  rootUri,
  initializationOptions,
}: InitializeParams): Client {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return {
    can: capabilities,
    folders: uris.flatMap((uri) => pathOf(uri) ?? []),
    asksForDiagnostics: capabilities.textDocument?.diagnostic !== undefined,
    takesSnippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    options: initializationOptions,
  };
}

/** Markdown, or the same for an editor that takes it for plain text. */
export function markup(value: string, formats: readonly string[] | undefined): MarkupContent {
  return { kind: formats?.includes('markdown') === true ? 'markdown' : 'plaintext', value };
}
