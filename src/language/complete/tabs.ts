import { lineStart } from '../../model/text.ts';
import { cursorAt } from '../cursor/cursor.ts';
import type { Completion } from './completion.ts';
import type { Place } from './place.ts';

/**
 * Where a line is indented with tabs, which YAML forbids: the place as if they were blanks, and completions that put
 * blanks in their place. Nothing where it isn't.
 */
export function withoutTabs(
  { analysis, offset, cursor }: Place,
  completions: (place: Place) => readonly Completion[],
): readonly Completion[] | undefined {
  const { text } = analysis;
  const start = lineStart(text, offset);
  const before = text.slice(start, cursor.word.start);
  if (!before.includes('\t') || before.trim() !== '') return undefined;
  const lead = ' '.repeat(depthBelow(text, start));
  const untabbed = text.slice(0, start) + lead + text.slice(cursor.word.start);
  const there = cursorAt(untabbed, offset + lead.length - before.length);
  return completions({ analysis, offset, cursor: { ...there, word: cursor.word } }).map((each) => ({
    ...each,
    insertText: lead + each.insertText.replaceAll('\n', `\n${lead}`),
    range: { start, end: each.range.end },
    filterText: before + (each.filterText ?? each.label),
  }));
}

/** The column at which the map of the line above goes on, or the one that it opens begins. */
function depthBelow(text: string, start: number): number {
  for (let end = start - 1; end > 0; ) {
    const from = lineStart(text, end);
    const line = text.slice(from, Math.min(end, from + 1000)).trimEnd();
    const indent = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '  ').length ?? 0;
    if (line.trim() !== '' && !line.trim().startsWith('#')) return line.endsWith(':') ? indent + 2 : indent;
    end = from - 1;
  }
  return 0;
}
