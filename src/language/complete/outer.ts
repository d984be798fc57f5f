import { lineStart } from '../../model/text.ts';
import { enclosingLines, lineAt } from '../cursor/blockLines.ts';
import { schemaAt } from '../schemaAt.ts';
import type { Completion } from './completion.ts';
import { keyCompletions } from './keys.ts';
import type { Place } from './place.ts';
import { snippetCompletions } from './snippets.ts';

/**
 * On a line of its own at the end of some blocks: what could be written in those around. Whoever takes one of these
 * takes its indentation with it, so that nobody has to go back by hand before the next key, or the next task.
 */
export function outerCompletions(place: Place): readonly Completion[] {
  const { analysis, offset, cursor } = place;
  const { text } = analysis;
  const start = lineStart(text, offset);
  const { word } = cursor;
  const here = lineAt(text, offset);
  if (cursor.flow || cursor.role !== 'key' || here.isItem || here.key !== undefined) return [];
  if (!isBlank(text, start, word.start) || !isBlank(text, word.end, here.end)) return [];
  const before = text.slice(start, word.start);
  const lines = enclosingLines(text, here);
  const next = nextIndent(text, here.end);
  const found: Completion[] = [];
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i];
    // Among the items of a list there is nothing to go back to; and what follows would change its place.
    if (line === undefined || line.isItem || line.indent < next) break;
    const path = lines.slice(0, i).flatMap(({ key }) => key ?? []);
    const around = completionsIn({ ...place, cursor: { ...cursor, path } });
    const owner = ownerOf(path);
    const level = lines.length - i;
    found.push(...around.map((each) => movedOut(each, { start, before, indent: line.indent, owner, level })));
  }
  return found;
}

function completionsIn(place: Place): readonly Completion[] {
  const at = schemaAt(place.cursor.path);
  if (at === undefined) return [];
  const snippets = snippetCompletions(place, at);
  return at.type === 'map' ? [...keyCompletions(place, at.schema), ...snippets] : snippets;
}

interface Outside {
  /** Of the line, and what stands there before the word. */
  readonly start: number;
  readonly before: string;
  /** In columns. */
  readonly indent: number;
  readonly owner: string;
  /** How many blocks end before it. */
  readonly level: number;
}

function movedOut(completion: Completion, { start, before, indent, owner, level }: Outside): Completion {
  const lead = ' '.repeat(indent);
  return {
    ...completion,
    owner,
    insertText: lead + completion.insertText.replaceAll('\n', `\n${lead}`),
    range: { start, end: completion.range.end },
    // With the blanks that it replaces: VS Code counts them as typed, and would put it before what belongs here.
    filterText: before + completion.label,
    sortText: `~${String(level).padStart(2, '0')}${completion.sortText ?? ''}`,
  };
}

/** In words: "tasks", "task build", "the workflow". */
function ownerOf(path: readonly string[]): string {
  const [section, id, ...deeper] = path;
  if (section === undefined) return 'the workflow';
  if (deeper.length > 0 || id === undefined) return path.at(-1) ?? '';
  return section === 'tasks' || section === 'finally' ? `task ${id}` : id;
}

/** How deep the next line is indented that is neither blank nor a comment; 0 at the end. */
function nextIndent(text: string, lineEnd: number): number {
  let at = lineEnd;
  for (;;) {
    const start = text.indexOf('\n', at) + 1;
    if (start === 0) return 0;
    at = start;
    while (text[at] === ' ') at++;
    const first = text[at];
    if (first !== undefined && !'\n\r\t#'.includes(first)) return at - start;
  }
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}
