import { lineStart, type Text } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';
import { deletion, insertion, isWithin, lineBreak, lineEnd, wholeLines } from '../edit/layout.ts';
import { ignoreComments } from '../ignores/ignoreComments.ts';
import type { WayOut } from './wayOut.ts';

/** Silences what isn't an error, by a comment above its line. */
export const ignoreHere: WayOut = function* ({ analysis, diagnostic: { code, range, severity } }) {
  const { text } = analysis;
  if (severity === 'error' || code === 'unused-ignore' || isInBlock(analysis, range.start)) return;
  const start = lineStart(text, range.start);
  const there = ignoreComments(text).find(({ line }) => line.start === start);
  const last = there?.codes.at(-1);
  const indent = /^ */.exec(text.slice(start, lineEnd(text, start)))?.[0] ?? '';
  const edit =
    last === undefined
      ? insertion(start, `${indent}# flow-ignore: ${code}${lineBreak(text)}`)
      : insertion(last.range.end, `, ${code}`);
  yield { title: `Ignore "${code}" here`, edits: [edit] };
};

/** Takes a comment out that silences nothing, or the one code of several. */
export const removeIgnore: WayOut = function* ({ analysis: { text }, diagnostic: { range, replacement } }) {
  const comment = ignoreComments(text).find((each) => isWithin(range, each.range));
  if (comment === undefined) return;
  const { codes } = comment;
  const index = codes.findIndex((code) => code.range.start === range.start);
  const preferred = replacement === undefined;
  if (codes.length > 1 && index >= 0) {
    const before = codes[index - 1];
    const after = codes[index + 1];
    const piece =
      before === undefined
        ? { start: range.start, end: after?.range.start ?? range.end }
        : { start: before.range.end, end: range.end };
    yield { title: 'Take it out of the comment', edits: [deletion(piece)], preferred };
    return;
  }
  const start = lineStart(text, comment.range.start);
  const before = text.slice(start, comment.range.start);
  const piece =
    before.trim() === ''
      ? wholeLines(text, comment.range)
      : { start: start + before.trimEnd().length, end: comment.range.end };
  yield { title: 'Remove the comment', edits: [deletion(piece)], preferred };
};

/** In the middle of a text of several lines a comment would be part of it; in most scripts it is a comment there, too. */
function isInBlock({ expressions, workflow, text }: Analysis, offset: number): boolean {
  const start = lineStart(text, offset);
  const inside = ({ range }: Text): boolean => range.start < start && offset <= range.end;
  const script = workflow.tasks.find(({ work }) => work?.kind === 'run' && inside(work.script))?.work;
  if (script?.kind !== 'run') return expressions.some((written) => inside(written.text));
  const knowsComments = /^(sh|bash|zsh|ksh|dash|python3?|pwsh|powershell)\b/.test(
    script.shell?.value ?? 'sh',
  );
  return !knowsComments || script.script.value.includes('<<') || /\\\r?\n$/.test(text.slice(0, start));
}
