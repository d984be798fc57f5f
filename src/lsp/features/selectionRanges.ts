import type { SelectionRange } from 'vscode-languageserver/node';
import { selections } from '../../language/selections.ts';
import type { Feature } from '../feature.ts';
import { toRange } from '../places.ts';

export const selectionRanges: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  listen({ connection, understood }) {
    connection.onSelectionRanges(({ textDocument, positions }): SelectionRange[] | null => {
      const file = understood(textDocument.uri);
      if (file === undefined) return null;
      return positions.map((position) => {
        const around = selections(file.analysis, file.lines.offset(position)).toReversed();
        const innermost = around.reduce<SelectionRange | undefined>(
          (parent, range) => ({
            range: toRange(file.lines, range),
            ...(parent === undefined ? {} : { parent }),
          }),
          undefined,
        );
        return innermost ?? { range: { start: position, end: position } };
      });
    });
  },
};
