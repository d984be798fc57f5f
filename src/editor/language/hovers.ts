import { Hover, type HoverProvider, MarkdownString } from 'vscode';
import { hover } from '../../language/hover.ts';
import type { Analyses } from '../analyses.ts';
import { toRange } from '../places.ts';
import type { HeldRuns } from '../runs/heldRuns.ts';
import { pastRunsOf } from './pastRuns.ts';

export function hoverProvider(analyses: Analyses, runs: Pick<HeldRuns, 'list'>): HoverProvider {
  return {
    provideHover(document, position) {
      const analysis = analyses(document);
      const found = hover(analysis, document.offsetAt(position), pastRunsOf(runs, document.uri));
      return found && new Hover(new MarkdownString(found.contents), toRange(analysis.lines, found.range));
    },
  };
}
