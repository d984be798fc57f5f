import { Location, type ReferenceProvider } from 'vscode';
import { definition, references } from '../../language/definition.ts';
import type { Analyses } from '../analyses.ts';
import { toRange } from '../places.ts';

export function referenceProvider(analyses: Analyses): ReferenceProvider {
  return {
    provideReferences(document, position, { includeDeclaration }) {
      const analysis = analyses(document);
      const offset = document.offsetAt(position);
      const declared = definition(analysis, offset)?.start;
      return references(analysis, offset)
        .filter(({ start }) => includeDeclaration || start !== declared)
        .map((range) => new Location(document.uri, toRange(analysis.lines, range)));
    },
  };
}
