import type { Location, ReferenceProvider } from 'vscode';
import { references } from '../../language/references.ts';
import type { Analyses } from '../analyses.ts';
import type { EditorWorkspace } from './editorWorkspace.ts';
import { toLocations } from './namedFile.ts';

export function referenceProvider(analyses: Analyses, workspace: EditorWorkspace): ReferenceProvider {
  return {
    async provideReferences(document, position, { includeDeclaration }): Promise<Location[]> {
      const files = await workspace.all();
      const analysis = analyses(document);
      const found = references(analysis, document.offsetAt(position), files).filter(
        ({ role }) => includeDeclaration || role === 'reads',
      );
      return [...toLocations(document, analysis.lines, found)];
    },
  };
}
