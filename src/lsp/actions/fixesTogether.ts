import { type CodeAction, CodeActionKind } from 'vscode-languageserver/node';
import { fixAll, fixableTogether } from '../../language/fixAll.ts';
import type { Range } from '../../model/text.ts';
import { toWorkspaceEdit } from '../edits.ts';
import type { Server, Understood } from '../feature.ts';

/**
 * The fixes of all diagnostics of a kind. What one would change is only found out when it is chosen, by an editor that
 * asks then: there may be thousands.
 */
export function fixesTogether(server: Server, file: Understood, at: Range): readonly CodeAction[] {
  const can = server.client().can.textDocument?.codeAction;
  const isLater = can?.dataSupport === true && can.resolveSupport?.properties.includes('edit') === true;
  return fixableTogether(file.analysis, at).map((code) => {
    const action: CodeAction = {
      title: `Fix all of the kind "${code}"`,
      kind: CodeActionKind.QuickFix,
      data: { uri: file.uri, code },
    };
    return isLater ? action : withEdit(server, action);
  });
}

/** An action with what it changes, of the text as it is now. One that has it already is given back as it is. */
export function withEdit(server: Server, action: CodeAction): CodeAction {
  const { uri, code: name }: { uri?: unknown; code?: unknown } = action.data ?? {};
  const file = typeof uri === 'string' ? server.understood(uri) : undefined;
  const code = file?.analysis.diagnostics.find((each) => each.code === name)?.code;
  if (file === undefined || code === undefined || action.edit !== undefined) return action;
  const edits = fixAll(file.analysis, code);
  return { ...action, edit: toWorkspaceEdit(server, file, [{ file: undefined, edits }]) };
}
