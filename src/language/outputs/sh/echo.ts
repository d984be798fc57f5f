import { EMPTY, joined, piece, standingFor, UNKNOWN, type Written } from '../written.ts';

/** What `echo` prints. Whether it reads `\n` differs from shell to shell: `escapes` says so where it is known. */
export function echoed(words: readonly Written[], escapes: boolean): Written {
  let from = 0;
  let hasEnd = true;
  let reads = escapes;
  for (; /^-[neE]+$/.test(words[from]?.text ?? ''); from++) {
    const flags = words[from]?.text ?? '';
    if (flags.includes('n')) hasEnd = false;
    if (flags.includes('e')) reads = true;
    if (flags.includes('E')) reads = false;
  }
  const text = words
    .slice(from)
    .flatMap((word, i) => (i === 0 ? [word] : [standingFor(' ', word.at[0] ?? 0), word]));
  const line = joined(text);
  return joined([reads ? unescaped(line) : line, hasEnd ? standingFor('\n', line.at[0] ?? 0) : EMPTY]);
}

/** What `printf` prints: its format, as often as there are arguments for it. */
export function formatted([format = EMPTY, ...args]: readonly Written[]): Written {
  const parts: Written[] = [];
  const template = unescaped(format);
  const wanted = [...template.text.matchAll(CONVERSION)].filter(([found]) => found !== '%%').length;
  let next = 0;
  do {
    let from = 0;
    for (const { 0: found, index } of template.text.matchAll(CONVERSION)) {
      parts.push(piece(template, from, index));
      from = index + found.length;
      const at = template.at[index] ?? 0;
      if (found === '%%') parts.push(standingFor('%', at));
      else parts.push(/[sbq]$/.test(found) ? (args[next++] ?? EMPTY) : number(args[next++], at));
    }
    parts.push(piece(template, from));
  } while (wanted > 0 && next < args.length && parts.length < MOST_PARTS);
  return joined(parts);
}

const MOST_PARTS = 2000;

const CONVERSION = /%(?:%|[-+ #0]*[\d*]*(?:\.[\d*]+)?[a-zA-Z])/g;

function number(arg: Written | undefined, at: number): Written {
  return arg !== undefined && /^\d+$/.test(arg.text) ? arg : standingFor(UNKNOWN, at);
}

function unescaped(written: Written): Written {
  if (!written.text.includes('\\')) return written;
  const parts: Written[] = [];
  let from = 0;
  for (const { 0: found, 1: letter = '', index } of written.text.matchAll(/\\(.)/gs)) {
    parts.push(piece(written, from, index), standingFor(ESCAPES[letter] ?? found, written.at[index] ?? 0));
    from = index + found.length;
  }
  return joined([...parts, piece(written, from)]);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', '"': '"' };
