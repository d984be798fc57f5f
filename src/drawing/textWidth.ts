/** How wide a text is drawn, in pixels. */
export type Measure = (text: string) => number;

/**
 * An estimate for proportional sans-serif fonts where none can be asked, a little on the wide side.
 * `size` is the font's, in pixels.
 */
export function estimatedWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += share(character);
  return width * size;
}

/** A character's width as a share of the font's size. */
function share(character: string): number {
  if (/[ijlI.,:;'|!]/.test(character)) return 0.3;
  if (/[frt()[\]{} -]/.test(character)) return 0.4;
  if (/[mwMW@%]/.test(character)) return 0.9;
  if (/[A-Z]/.test(character)) return 0.68;
  // Above the alphabets: East Asian characters, symbols and emoji, which fill a square.
  return (character.codePointAt(0) ?? 0) >= 0x1100 ? 1.05 : 0.58;
}

/** The text, or as much of its beginning as fits into `room` pixels, with an ellipsis. */
export function fitted(text: string, room: number, measure: Measure): string {
  if (measure(text) <= room) return text;
  const characters = [...text];
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(`${characters.slice(0, middle).join('')}…`) <= room) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${characters.slice(0, low).join('').trimEnd()}…`;
}
