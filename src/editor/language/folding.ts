import { FoldingRange, FoldingRangeKind, type FoldingRangeProvider } from 'vscode';
import { folds } from '../../language/folds.ts';
import type { Analyses } from '../analyses.ts';

export function foldingProvider(analyses: Analyses): FoldingRangeProvider {
  return {
    provideFoldingRanges(document) {
      return folds(analyses(document)).map(
        ({ start, end, kind }) => new FoldingRange(start, end, kind && KINDS[kind]),
      );
    },
  };
}

const KINDS = { comment: FoldingRangeKind.Comment, region: FoldingRangeKind.Region } as const;
