import { basename, dirname, join } from 'node:path';
import type { FileRename, WorkspaceEdit } from 'vscode-languageserver/node';
import { fileId } from '../../files/workflows.ts';
import { type Move, movedPaths } from '../../language/movedPaths.ts';
import { workspaceEditOf } from '../edits.ts';
import type { Feature } from '../feature.ts';
import { pathOf } from '../uris.ts';

/** When files are moved or get other names in the editor, the workflows that name them follow. */
export const movedFiles: Feature = {
  capabilities: () => ({
    workspace: {
      fileOperations: { willRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] } },
    },
  }),
  listen(server) {
    server.connection.workspace.onWillRenameFiles(async ({ files }, token): Promise<WorkspaceEdit> => {
      const workspace = await server.workspace(token);
      return workspaceEditOf(server, movedPaths(workspace, files.flatMap(moveOf)));
    });
  },
};

function moveOf({ oldUri, newUri }: FileRename): readonly Move[] {
  const [from, to] = [pathOf(oldUri), pathOf(newUri)];
  if (from === undefined || to === undefined) return [];
  // Of what isn't there yet: by its folder, which links may lead to.
  return [{ from: fileId(from), to: join(fileId(dirname(to)), basename(to)) }];
}
