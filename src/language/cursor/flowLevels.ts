/** A bracket that is open at some place, and in a map the key whose value is being written there. */
export interface FlowLevel {
  readonly type: 'map' | 'list';
  readonly key: string | undefined;
}

/** The brackets that are open between the first one, at `start`, and `end`; none where all are closed. */
export function flowLevels(text: string, start: number, end: number): readonly FlowLevel[] {
  const levels: { type: 'map' | 'list'; key: string | undefined }[] = [];
  let word = '';
  for (let at = start; at < end; at++) {
    const char = text[at] ?? '';
    const level = levels.at(-1);
    if (at > start && level === undefined) return [];
    if (char === '[' || char === '{') {
      levels.push({ type: char === '[' ? 'list' : 'map', key: undefined });
      word = '';
    } else if (char === ']' || char === '}') {
      levels.pop();
      word = '';
    } else if (char === ',') {
      if (level !== undefined) level.key = undefined;
      word = '';
    } else if (char === ':' && level?.type === 'map' && level.key === undefined && endsKey(text, at)) {
      level.key = word.trim();
      word = '';
    } else if (char === '#' && /\s/.test(text[at - 1] ?? ' ')) {
      const lineEnd = text.indexOf('\n', at);
      at = lineEnd < 0 ? end : lineEnd;
    } else if ((char === '"' || char === "'") && word.trim() === '') {
      const close = closingQuote(text, at, end);
      word = text.slice(at + 1, close);
      at = close;
    } else if (char === '$' && text.startsWith('${{', at)) {
      const close = text.indexOf('}}', at);
      at = close < 0 ? end : close + 1;
      word = '${{}}';
    } else word += char;
  }
  return levels;
}

function endsKey(text: string, at: number): boolean {
  return /[\s,[\]{}]/.test(text[at + 1] ?? ' ') || text[at - 1] === '"' || text[at - 1] === "'";
}

function closingQuote(text: string, open: number, end: number): number {
  for (let at = open + 1; at < end; at++) {
    if (text[open] === '"' && text[at] === '\\') at++;
    else if (text[at] === text[open]) {
      if (text[open] !== "'" || text[at + 1] !== "'") return at;
      at++;
    }
  }
  return end;
}
