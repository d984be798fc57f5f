import type { Fonts } from '../drawing/card.ts';
import type { Measure } from '../drawing/textWidth.ts';

/** The widths of text in the page's own font, each text measured once. */
export function pageFonts(): Fonts {
  const family = getComputedStyle(document.body).fontFamily;
  return { large: measureIn(`13px ${family}`), small: measureIn(`11px ${family}`) };
}

function measureIn(font: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('The browser can’t draw on a canvas.');
  context.font = font;
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? context.measureText(text).width;
    // Texts that tick would fill the map for ever.
    if (known.size < 20_000) known.set(text, width);
    return width;
  };
}
