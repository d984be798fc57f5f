/** A text with the cursor drawn as `│`: the text without it, and where it stood. */
export function cursorIn(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('│');
  if (offset < 0 || marked.includes('│', offset + 1))
    throw new Error(`Not exactly one cursor in:\n${marked}`);
  return { text: marked.replace('│', ''), offset };
}

/** A text with places drawn as `«…»`: the text without the marks, and the ranges. */
export function placesIn(marked: string): {
  readonly text: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
} {
  const ranges: { start: number; end: number }[] = [];
  let text = '';
  for (const char of marked) {
    if (char === '«') ranges.push({ start: text.length, end: text.length });
    else if (char === '»') {
      const open = ranges.at(-1);
      if (open !== undefined) open.end = text.length;
    } else text += char;
  }
  return { text, ranges };
}
