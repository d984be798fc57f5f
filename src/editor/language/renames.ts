import type { RenameProvider } from 'vscode';
import { prepareRename, rename } from '../../language/rename.ts';
import type { Analyses } from '../analyses.ts';
import { toRange } from '../places.ts';
import type { EditorWorkspace } from './editorWorkspace.ts';
import { documentEdit } from './fileEdits.ts';

/** What VS Code shows where a name can't be changed is the message of the error. */
export function renameProvider(analyses: Analyses, workspace: EditorWorkspace): RenameProvider {
  return {
    prepareRename(document, position) {
      const analysis = analyses(document);
      const prepared = prepareRename(analysis, document.offsetAt(position));
      if ('refusal' in prepared) throw new Error(prepared.refusal);
      return { range: toRange(analysis.lines, prepared.range), placeholder: prepared.placeholder };
    },
    async provideRenameEdits(document, position, name) {
      const files = await workspace.all();
      const analysis = analyses(document);
      const renamed = rename(analysis, document.offsetAt(position), name, files);
      if ('refusal' in renamed) throw new Error(renamed.refusal);
      return documentEdit(document.uri, analysis.lines, renamed);
    },
  };
}
