import { CodeActionKind } from 'vscode-languageserver/node';
import { fixes } from '../../language/fixes.ts';
import { toWorkspaceEdit } from '../edits.ts';
import type { Feature } from '../feature.ts';
import { fromRange, toRange } from '../places.ts';

/** The changes that end what is wrong. */
export const codeActions: Feature = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } }),
  listen(server) {
    server.connection.onCodeAction(({ textDocument, range, context }) => {
      const file = server.understood(textDocument.uri);
      if (file === undefined) return null;
      const { analysis, lines } = file;
      return fixes(analysis, fromRange(lines, range)).map(({ title, diagnostic, edits, preferred }) => {
        const place = JSON.stringify(toRange(lines, diagnostic.range));
        return {
          title,
          kind: CodeActionKind.QuickFix,
          isPreferred: preferred,
          diagnostics: context.diagnostics.filter(
            (shown) => shown.message === diagnostic.message && JSON.stringify(shown.range) === place,
          ),
          edit: toWorkspaceEdit(server, file, [{ file: undefined, edits }]),
        };
      });
    });
  },
};
