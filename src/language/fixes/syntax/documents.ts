import { deletion } from '../../edit/layout.ts';
import type { WayOut } from '../wayOut.ts';

/** Takes out what follows the first workflow. */
export const secondDocument: WayOut = function* ({ analysis: { text }, diagnostic: { range } }) {
  const start = text.lastIndexOf('\n---', range.start);
  if (start < 0) return;
  yield { title: 'Remove what follows "---"', edits: [deletion({ start: start + 1, end: text.length })] };
};
