import { type DefinitionProvider, Location } from 'vscode';
import { definition } from '../../language/definition.ts';
import type { Analyses } from '../analyses.ts';
import { toRange } from '../places.ts';

export function definitionProvider(analyses: Analyses): DefinitionProvider {
  return {
    provideDefinition(document, position) {
      const analysis = analyses(document);
      const range = definition(analysis, document.offsetAt(position));
      return range && new Location(document.uri, toRange(analysis.lines, range));
    },
  };
}
