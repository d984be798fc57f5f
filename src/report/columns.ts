// How much room text takes where each character has a cell, as in a terminal or an output channel.

const ZERO_WIDTH = /^[\p{M}\p{Cf}\u200b]$/u;
const WIDE =
  /^[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]$/u;

/** The cells that a text without control characters takes: two for wide East Asian characters and emoji. */
export function displayWidth(text: string): number {
  if (isPrintableAscii(text)) return text.length;
  let width = 0;
  for (const character of text) width += cells(character);
  return width;
}

/** The text itself where it fits, else its beginning and `…`. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return '';
  let taken = '';
  let left = width - 1;
  for (const character of text) {
    left -= cells(character);
    if (left < 0) break;
    taken += character;
  }
  return `${taken}…`;
}

/** Cut to the width and filled up with spaces on the right. */
export function left(text: string, width: number): string {
  const fitting = cut(text, width);
  return fitting + ' '.repeat(Math.max(width - displayWidth(fitting), 0));
}

/** Cut to the width and filled up with spaces on the left. */
export function right(text: string, width: number): string {
  const fitting = cut(text, width);
  return ' '.repeat(Math.max(width - displayWidth(fitting), 0)) + fitting;
}

/** Words broken into lines at spaces; a word longer than a line keeps its length. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function cells(character: string): number {
  if (isPrintableAscii(character)) return 1;
  if (ZERO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

function isPrintableAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}
