import { type CodeAction, CodeActionKind } from 'vscode-languageserver/node';
import type { Refactoring } from '../../language/refactor/refactoring.ts';
import { refactorings } from '../../language/refactorings.ts';
import type { Range } from '../../model/text.ts';
import { takes, toWorkspaceEdit } from '../edits.ts';
import type { Server, Understood } from '../feature.ts';

/** What could be made of a place; with the reason where it can't be, for an editor that shows one. */
export function refactors(server: Server, file: Understood, at: Range): readonly CodeAction[] {
  const showsReasons = server.client().can.textDocument?.codeAction?.disabledSupport === true;
  return refactorings(file.analysis, at).flatMap((found): readonly CodeAction[] => {
    const { title } = found;
    const kind = KINDS[found.kind];
    if ('refusal' in found) return showsReasons ? [{ title, kind, disabled: { reason: found.refusal } }] : [];
    return takes(server, found.files)
      ? [{ title, kind, edit: toWorkspaceEdit(server, file, found.files) }]
      : [];
  });
}

const KINDS: Readonly<Record<Refactoring['kind'], CodeActionKind>> = {
  extract: CodeActionKind.RefactorExtract,
  inline: CodeActionKind.RefactorInline,
  rewrite: CodeActionKind.RefactorRewrite,
  move: CodeActionKind.RefactorMove,
};
