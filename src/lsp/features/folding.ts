import { FoldingRangeKind } from 'vscode-languageserver/node';
import { folds } from '../../language/folds.ts';
import type { Feature } from '../feature.ts';

export const folding: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  listen({ connection, understood }) {
    connection.onFoldingRanges(({ textDocument }) => {
      const file = understood(textDocument.uri);
      if (file === undefined) return null;
      return folds(file.analysis).map(({ start, end, kind }) => ({
        ...{ startLine: start, endLine: end },
        ...(kind === undefined ? {} : { kind: KINDS[kind] }),
      }));
    });
  },
};

const KINDS = { comment: FoldingRangeKind.Comment, region: FoldingRangeKind.Region } as const;
