import { type LinkedEditingRangeProvider, LinkedEditingRanges } from 'vscode';
import { linkedNames } from '../../language/linkedNames.ts';
import type { Analyses } from '../analyses.ts';
import { toRange } from '../places.ts';

/** Works where the setting `editor.linkedEditing` is on. */
export function linkedEditingProvider(analyses: Analyses): LinkedEditingRangeProvider {
  return {
    provideLinkedEditingRanges(document, position) {
      const analysis = analyses(document);
      const ranges = linkedNames(analysis, document.offsetAt(position));
      if (ranges.length === 0) return undefined;
      return new LinkedEditingRanges(
        ranges.map((range) => toRange(analysis.lines, range)),
        /[A-Za-z_][\w-]*/,
      );
    },
  };
}
