/** A table of GitHub's flavour; cells are Markdown already. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text that means itself: whatever Markdown or HTML would read something into is escaped. */
export function escaped(text: string): string {
  return text.replace(/[\\`*{}[\]<>#|~]|(?<!\w)_|_(?!\w)/g, '\\$&');
}

/** A code span inside a table: the fence is longer than any in the text, and `|` can't end the cell. */
export function code(text: string): string {
  if (text === '') return '';
  const fence = '`'.repeat(longestTicks(text) + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text.replaceAll('|', '\\|')}${space}${fence}`;
}

/** A code block of lines. */
export function fenced(lines: readonly string[]): string {
  const text = lines.join('\n');
  const fence = '`'.repeat(Math.max(longestTicks(text) + 1, 3));
  return `${fence}text\n${text}\n${fence}`;
}

function longestTicks(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
}
