/** A text as one word of a command, for a person to copy. */
export function shellWord(text: string): string {
  return /^[\w/=.,:@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
