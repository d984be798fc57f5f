import { type CodeAction, CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver/node';
import { fixAll } from '../../language/fixAll.ts';
import { fixesTogether, withEdit } from '../actions/fixesTogether.ts';
import { quickFixes } from '../actions/quickFixes.ts';
import { refactors } from '../actions/refactors.ts';
import { toWorkspaceEdit } from '../edits.ts';
import type { Feature, Server, Understood } from '../feature.ts';
import { fromRange } from '../places.ts';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.flow`;

/** The fixes of what is wrong at a place, what could be made of it, and all fixes of a file, as on save. */
export const codeActions: Feature = {
  capabilities: () => ({
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, FIX_ALL],
      resolveProvider: true,
    },
  }),
  listen(server) {
    server.connection.onCodeAction(({ textDocument, range, context }) => {
      const file = server.understood(textDocument.uri);
      if (file === undefined) return null;
      const { diagnostics, only, triggerKind } = context;
      const at = fromRange(file.lines, range);
      return [
        ...(wants(only, CodeActionKind.QuickFix) ? quickFixes(server, file, at, diagnostics) : []),
        ...(wants(only, CodeActionKind.QuickFix) ? fixesTogether(server, file, at) : []),
        // Whoever only moves the cursor isn't kept waiting for what could be made of each place.
        ...(triggerKind === CodeActionTriggerKind.Automatic ? [] : refactors(server, file, at)).filter(
          ({ kind = '' }) => wants(only, kind),
        ),
        // Nobody asked for all of a file by moving the cursor.
        ...(only !== undefined && wants(only, FIX_ALL) ? fixesOfFile(server, file) : []),
      ];
    });
    server.connection.onCodeActionResolve((action) => withEdit(server, action));
  },
};

/** A kind holds those that begin with it: `source` is `source.fixAll.flow` as well. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((each) => kind === each || kind.startsWith(`${each}.`) || each === '') ?? true;
}

function fixesOfFile(server: Server, file: Understood): readonly CodeAction[] {
  const edits = fixAll(file.analysis);
  if (edits.length === 0) return [];
  const edit = toWorkspaceEdit(server, file, [{ file: undefined, edits }]);
  return [{ title: 'Fix all of the file', kind: FIX_ALL, edit }];
}
