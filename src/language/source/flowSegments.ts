import type { Text } from '../../model/text.ts';

export type Segment = Text['segments'][number];

/** How many letters of the value the piece of source at some place stands for, where it isn't taken as it stands. */
type Escape = (source: string, at: number, end: number) => Escaped | undefined;

interface Escaped {
  readonly letters: number;
  readonly length: number;
}

/**
 * Where the letters of a plain, a single-quoted or a double-quoted scalar stand; `start` and `end` are what is
 * between the quotes. Folding as YAML 1.2.2 has it (6.5, 7.3): blanks around a line break are dropped, one line
 * break reads as a space, n as n - 1 line breaks.
 */
export function flowSegments(
  source: string,
  start: number,
  end: number,
  escaping: Escape,
): readonly Segment[] {
  const segments: Segment[] = [{ value: 0, source: start }];
  let value = 0;
  let at = start;
  const jump = (letters: number, to: number): void => {
    value += letters;
    at = to;
    segments.push({ value, source: at });
  };
  while (at < end) {
    const escaped = escaping(source, at, end);
    if (escaped !== undefined) jump(escaped.letters, at + escaped.length);
    else if (isBreak(source, at)) {
      const next = afterBreaks(source, at, end);
      jump(Math.max(next.breaks - 1, 1), next.at);
    } else if (isBlank(source[at])) {
      let to = at;
      while (to < end && isBlank(source[to])) to++;
      if (!isBreak(source, to)) value += to - at;
      else if (to < end) segments.push({ value, source: to });
      at = to;
    } else {
      value++;
      at++;
    }
  }
  return segments;
}

export function noEscape(): undefined {
  return undefined;
}

/** `''` reads as `'`. */
export function singleQuotedEscape(source: string, at: number): Escaped | undefined {
  return source[at] === "'" && source[at + 1] === "'" ? { letters: 1, length: 2 } : undefined;
}

/** `\n`, `\x41`, and an escaped line break with the blanks behind it. What is no escape is taken as it stands. */
export function doubleQuotedEscape(source: string, at: number, end: number): Escaped | undefined {
  if (source[at] !== '\\') return undefined;
  const next = source[at + 1] ?? '';
  const digits = next === 'x' ? 2 : next === 'u' ? 4 : next === 'U' ? 8 : 0;
  if (digits > 0) {
    const hex = source.slice(at + 2, Math.min(at + 2 + digits, end));
    const code = hex.length === digits && /^[0-9a-fA-F]+$/.test(hex) ? Number.parseInt(hex, 16) : Number.NaN;
    const letters = code <= 0x10ffff ? String.fromCodePoint(code).length : 2 + hex.length;
    return { letters, length: 2 + digits };
  }
  if (!isBreak(source, at + 1)) return { letters: '0abefnrtvN_LP "/\\\t'.includes(next) ? 1 : 2, length: 2 };
  let to = at + (next === '\r' ? 3 : 2);
  while (to < end && isBlank(source[to])) to++;
  return { letters: 0, length: to - at };
}

/** Behind a run of line breaks and blanks. */
function afterBreaks(
  source: string,
  from: number,
  end: number,
): { readonly at: number; readonly breaks: number } {
  let breaks = 0;
  let at = from;
  while (at < end && (isBlank(source[at]) || isBreak(source, at))) {
    if (source[at] === '\n') breaks++;
    at++;
    if (source[at - 1] === '\r') {
      breaks++;
      at++;
    }
  }
  return { at, breaks };
}

/** `\n` or `\r\n`; a lone `\r` is a letter to the parser. */
function isBreak(source: string, at: number): boolean {
  return source[at] === '\n' || (source[at] === '\r' && source[at + 1] === '\n');
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}
