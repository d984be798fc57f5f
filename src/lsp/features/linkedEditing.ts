import { linkedNames } from '../../language/linkedNames.ts';
import type { Feature } from '../feature.ts';
import { toRange } from '../places.ts';

/** A task's name is edited in all its places at once. */
export const linkedEditing: Feature = {
  capabilities: () => ({ linkedEditingRangeProvider: true }),
  listen({ connection, understood }) {
    connection.languages.onLinkedEditingRange(({ textDocument, position }) => {
      const file = understood(textDocument.uri);
      if (file === undefined) return null;
      const ranges = linkedNames(file.analysis, file.lines.offset(position));
      if (ranges.length === 0) return null;
      return { ranges: ranges.map((range) => toRange(file.lines, range)), wordPattern: '[A-Za-z_][\\w-]*' };
    });
  },
};
