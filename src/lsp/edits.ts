import type { CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { FileEdits } from '../language/edit.ts';
import type { NamedFile, Server, Understood } from './feature.ts';
import { toRange } from './places.ts';
import { uriOf } from './uris.ts';

/** Changes of files, in an answer about `file`, which itself has no id. A new file needs a client that can make one. */
export function toWorkspaceEdit(
  server: Pick<Server, 'client' | 'named'>,
  file: Understood,
  changes: readonly FileEdits[],
): WorkspaceEdit {
  return workspaceEditOf(server, changes, file);
}

/** The same in an answer about no file. */
export function workspaceEditOf(
  { client, named }: Pick<Server, 'client' | 'named'>,
  changes: readonly FileEdits[],
  file?: Understood,
): WorkspaceEdit {
  const isVersioned = client().can.workspace?.workspaceEdit?.documentChanges === true;
  const found = changes.flatMap(({ file: id, isNew, edits }) => {
    const target = id === undefined ? file : isNew === true ? newFile(id) : named(id);
    return target === undefined
      ? []
      : [{ uri: target.uri, isNew: isNew === true, edits: textEdits(target, edits) }];
  });
  if (!isVersioned) return { changes: Object.fromEntries(found.map(({ uri, edits }) => [uri, edits])) };
  return {
    documentChanges: found.flatMap(({ uri, isNew, edits }): (TextDocumentEdit | CreateFile)[] => {
      const version = uri === file?.uri ? (file.version ?? null) : null;
      const edit = { textDocument: { uri, version }, edits };
      return isNew ? [{ kind: 'create', uri, options: { ignoreIfExists: false } }, edit] : [edit];
    }),
  };
}

/** Whether the editor can make these changes: not every one makes new files. */
export function takes({ client }: Pick<Server, 'client'>, changes: readonly FileEdits[]): boolean {
  const can = client().can.workspace?.workspaceEdit;
  const makesFiles = can?.documentChanges === true && can.resourceOperations?.includes('create') === true;
  return makesFiles || changes.every(({ isNew }) => isNew !== true);
}

function newFile(id: string): NamedFile {
  const start = { line: 0, character: 0 };
  return { uri: uriOf(id), lines: { count: 1, position: () => start, offset: () => 0 } };
}

function textEdits({ lines }: NamedFile, edits: FileEdits['edits']): TextEdit[] {
  return edits.map(({ range, newText }) => ({ range: toRange(lines, range), newText }));
}
