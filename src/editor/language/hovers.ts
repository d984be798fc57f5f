import { Hover, type HoverProvider, MarkdownString } from 'vscode';
import { hover } from '../../language/hover.ts';
import type { Analyses } from '../analyses.ts';
import { toRange } from '../places.ts';

export function hoverProvider(analyses: Analyses): HoverProvider {
  return {
    provideHover(document, position) {
      const analysis = analyses(document);
      const found = hover(analysis, document.offsetAt(position));
      return found && new Hover(new MarkdownString(found.contents), toRange(analysis.lines, found.range));
    },
  };
}
