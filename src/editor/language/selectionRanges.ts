import { SelectionRange, type SelectionRangeProvider } from 'vscode';
import { selections } from '../../language/selections.ts';
import type { Analyses } from '../analyses.ts';
import { toRange } from '../places.ts';

export function selectionProvider(analyses: Analyses): SelectionRangeProvider {
  return {
    provideSelectionRanges(document, positions) {
      const analysis = analyses(document);
      return positions.flatMap((position) => {
        const around = selections(analysis, document.offsetAt(position)).toReversed();
        const innermost = around.reduce<SelectionRange | undefined>(
          (outer, range) => new SelectionRange(toRange(analysis.lines, range), outer),
          undefined,
        );
        return innermost ?? [];
      });
    },
  };
}
