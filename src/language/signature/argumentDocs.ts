/** What each argument of a function is, in the order of its signature; in Markdown. */
const DOCS: Readonly<Record<string, readonly string[]>> = {
  contains: ['A list, or a text.', 'An item of the list, or a piece of the text. Letter case doesn’t count.'],
  startsWith: ['A text.', 'What it is to begin with. Letter case doesn’t count.'],
  endsWith: ['A text.', 'What it is to end with. Letter case doesn’t count.'],
  format: [
    'A text in which `{0}`, `{1}` … stand for the arguments behind it. `{{` is a brace.',
    'What `{0}` stands for.',
    'What `{1}` stands for; more may follow.',
  ],
  join: ['A list.', 'What stands between its items. `,` where it is left out.'],
  toJSON: ['Any value.'],
  fromJSON: ['A text that is JSON, as a task may have left it.'],
  case: [
    'What must be true for the value behind it.',
    'What is given where the condition before it is true.',
    'More conditions, each with its value.',
    'What is given where none of the conditions is true.',
  ],
};

export function argumentDocs(name: string): readonly string[] {
  return Object.hasOwn(DOCS, name) ? (DOCS[name] ?? []) : [];
}
