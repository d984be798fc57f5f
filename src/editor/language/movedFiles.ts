import { join } from 'node:path';
import { type Disposable, type Uri, WorkspaceEdit, workspace } from 'vscode';
import { fileId } from '../../files/workflows.ts';
import { movedPaths } from '../../language/movedPaths.ts';
import { toRange } from '../places.ts';
import type { EditorWorkspace } from './editorWorkspace.ts';
import { namedFiles } from './namedFile.ts';

/** When files are moved or get other names in the editor, the workflows that name them follow; VS Code asks before. */
export function followMovedFiles(files: EditorWorkspace): Disposable {
  return workspace.onWillRenameFiles((event) => {
    const moves = event.files
      .filter(({ oldUri, newUri }) => oldUri.scheme === 'file' && newUri.scheme === 'file')
      .map(({ oldUri, newUri }) => ({ from: fileId(oldUri.fsPath), to: futureId(newUri) }));
    event.waitUntil(editFor(moves));
  });

  async function editFor(moves: Parameters<typeof movedPaths>[1]): Promise<WorkspaceEdit> {
    const edit = new WorkspaceEdit();
    const named = namedFiles();
    for (const { file, edits } of movedPaths(await files.all(), moves)) {
      if (file === undefined) continue;
      const { uri, lines } = named(file);
      for (const { range, newText } of edits) edit.replace(uri, toRange(lines, range), newText);
    }
    return edit;
  }
}

/** Of what isn't there yet: by its folder, which links may lead to. */
function futureId({ fsPath }: Uri): string {
  const at = Math.max(fsPath.lastIndexOf('/'), fsPath.lastIndexOf('\\'));
  return join(fileId(fsPath.slice(0, at)), fsPath.slice(at + 1));
}
