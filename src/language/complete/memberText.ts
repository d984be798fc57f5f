import type { Completion } from './completion.ts';

/** Names that can stand behind a dot. */
const NAME = /^[A-Za-z_][\w-]*$/;

/** A name as a member: in brackets, in the place of the dot, where it can't stand behind one. */
export function asMember(completion: Completion, doubled: boolean): Completion {
  const { label, range } = completion;
  if (NAME.test(label)) return completion;
  return {
    ...completion,
    insertText: `[${quoted(label, doubled)}]`,
    range: { start: range.start - 1, end: range.end },
    filterText: `.${label}`,
  };
}

/** A name in the quotes of brackets, which are closed where they aren't yet. */
export function asKey(completion: Completion, text: string, doubled: boolean): Completion {
  const quote = doubled ? "''" : "'";
  const inner = quoted(completion.label, doubled).slice(quote.length, -quote.length);
  const rest = text.slice(completion.range.end);
  const end = rest.startsWith(`${quote}]`) ? '' : rest.startsWith(quote) ? '' : `${quote}]`;
  return { ...completion, insertText: `${inner}${end}` };
}

/** `doubled`: inside of a text of YAML in single quotes, where each is written twice. */
function quoted(name: string, doubled: boolean): string {
  const text = `'${name.replaceAll("'", "''")}'`;
  return doubled ? text.replaceAll("'", "''") : text;
}
