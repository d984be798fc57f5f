import type { DefinitionProvider, LocationLink } from 'vscode';
import { definition } from '../../language/definition.ts';
import { occurrenceAt } from '../../language/occurrences.ts';
import type { Analyses } from '../analyses.ts';
import { toRange } from '../places.ts';
import { toLocations } from './namedFile.ts';

export function definitionProvider(analyses: Analyses): DefinitionProvider {
  return {
    provideDefinition(document, position) {
      const analysis = analyses(document);
      const offset = document.offsetAt(position);
      const name = occurrenceAt(analysis, offset)?.range;
      const origin = name && { originSelectionRange: toRange(analysis.lines, name) };
      return toLocations(document, analysis.lines, definition(analysis, offset)).map(
        ({ uri, range }): LocationLink => ({ targetUri: uri, targetRange: range, ...origin }),
      );
    },
  };
}
