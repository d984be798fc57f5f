import { lineStart } from '../../../model/text.ts';
import { enclosingLines, lineAt } from '../../cursor/blockLines.ts';
import { insertion, lineBreak, lineEnd } from '../../edit/layout.ts';
import { asQuoted } from '../../edit/scalar.ts';
import { keyOf } from '../../schema.ts';
import { schemaAt } from '../../schemaAt.ts';
import { keysOf, lastPair } from '../../stepsTo.ts';
import type { WayOut } from '../wayOut.ts';

/** A text that means something to YAML: in quotes, or as a block below its key. */
export const quoteRest: WayOut = function* ({ analysis: { text }, diagnostic: { range }, place }) {
  const { start } = range;
  const end = lineEnd(text, start);
  const inFlow = place.steps.some((step) => step.type === 'pair' && step.map.flow);
  const [comment = ''] = /\s+#[^"']*$/.exec(text.slice(start, end)) ?? [];
  const piece = text.slice(start, end - comment.length).trimEnd();
  const rest = inFlow ? (/^[^,\]}]*/.exec(piece)?.[0].trimEnd() ?? piece) : piece;
  if (rest === '') return;
  const whole = { start, end: start + rest.length };
  const key = /^ *(?:- )*run: *$/.test(text.slice(lineStart(text, start), start));
  const column = / */.exec(text.slice(lineStart(text, start)))?.[0].length ?? 0;
  const isBlock = key && !inFlow && comment === '';
  if (isBlock) {
    const newText = `|${lineBreak(text)}${' '.repeat(column + 2)}${rest}`;
    yield { title: 'Make a block of it', edits: [{ range: whole, newText }], preferred: true };
  }
  yield {
    title: 'Put it in quotes',
    edits: [{ range: whole, newText: asQuoted(rest) }],
    preferred: !isBlock,
  };
};

/** A word without its colon: a key that the format has at this place, or any. */
export const asKey: WayOut = function* ({ analysis: { text }, diagnostic: { range } }) {
  const line = lineAt(text, range.start);
  const written = text
    .slice(line.start + line.indent, line.end)
    .replace(/\s+#.*$/, '')
    .trimEnd();
  const start = line.start + line.indent;
  const path = enclosingLines(text, line).flatMap(({ key }) => key ?? []);
  const schema = schemaAt(path);
  const [word = ''] = /^[\w-]+/.exec(written) ?? [];
  if (/^-[\w"'[{]/.test(written)) {
    yield { title: 'Add a space behind "-"', edits: [insertion(start + 1, ' ')], preferred: true };
    return;
  }
  const isKnown = schema?.type === 'map' && keyOf(schema.schema, word) !== undefined;
  const end = start + word.length;
  if (word === '') return;
  if (written[word.length] === ':') {
    yield { title: 'Add a space behind ":"', edits: [insertion(end + 1, ' ')], preferred: isKnown };
    return;
  }
  if (word === written) {
    yield { title: 'Add ":"', edits: [insertion(end, ':')], preferred: isKnown };
  } else if (isKnown) {
    yield { title: 'Add ":"', edits: [insertion(end, ':')], preferred: true };
  }
};

/** `!cancelled()` in an `if` is an expression, elsewhere a text. */
export const quoteTag: WayOut = function* ({ analysis: { text }, diagnostic: { range }, place }) {
  const end = lineEnd(text, range.start);
  const inFlow = place.steps.some((step) => step.type === 'pair' && step.map.flow);
  const line = text.slice(range.start, end);
  const [piece = ''] = (inFlow ? /^[^,\]}]*/ : /^.*?(?=\s+#|\s*$)/).exec(line) ?? [];
  const written = piece.trimEnd();
  const whole = { start: range.start, end: range.start + written.length };
  const isCondition = lastPair(place)?.pair.key.value === 'if' && keysOf(place).length === 3;
  if (isCondition) {
    const bare = `\${{ ${written} }}`;
    const newText = inFlow ? asQuoted(bare) : bare;
    yield { title: 'Write it as "${{ … }}"', edits: [{ range: whole, newText }], preferred: true };
  }
  const edits = [{ range: whole, newText: asQuoted(written) }];
  yield { title: 'Put it in quotes', edits, preferred: !isCondition };
};

/** A backslash that should be one. */
export const escapeBackslash: WayOut = function* ({ analysis: { text }, diagnostic: { range }, place }) {
  yield { title: 'Write "\\\\" for the backslash', edits: [insertion(range.start, '\\')], preferred: true };
  const { value } = place;
  if (value?.type !== 'scalar') return;
  const written = text.slice(value.range.start + 1, value.range.end - 1);
  if (/'|\n|\\[nt"\\]/.test(written)) return;
  yield { title: 'Put it in single quotes', edits: [{ range: value.range, newText: `'${written}'` }] };
};
