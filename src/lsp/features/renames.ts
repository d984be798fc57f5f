import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { prepareRename, type Refusal, rename } from '../../language/rename.ts';
import { toWorkspaceEdit } from '../edits.ts';
import type { Feature } from '../feature.ts';
import { toRange } from '../places.ts';

/** Editors show the message of the error where a name can't be changed. */
export const renames: Feature = {
  capabilities: ({ can }) => ({
    renameProvider: can.textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
  }),
  listen(server) {
    server.connection.onPrepareRename(({ textDocument, position }) => {
      const file = server.understood(textDocument.uri);
      if (file === undefined) return null;
      const prepared = prepareRename(file.analysis, file.lines.offset(position));
      if ('refusal' in prepared) return refused(prepared);
      return { range: toRange(file.lines, prepared.range), placeholder: prepared.placeholder };
    });
    server.connection.onRenameRequest(async ({ textDocument, position, newName }, token) => {
      const workspace = await server.workspace(token);
      const file = server.understood(textDocument.uri);
      if (file === undefined) return null;
      const renamed = rename(file.analysis, file.lines.offset(position), newName, workspace);
      return 'refusal' in renamed ? refused(renamed) : toWorkspaceEdit(server, file, renamed);
    });
  },
};

function refused({ refusal }: Refusal): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, refusal);
}
