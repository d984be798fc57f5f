import { objectKeys } from './javaScript/objectKeys.ts';
import { behind, type Source, sourceOf, stands, textAt, topLevel } from './javaScript/source.ts';
import type { Token } from './javaScript/tokens.ts';
import { keysIn } from './keysIn.ts';
import { type FoundOutputs, NOTHING_KNOWN } from './knownOutput.ts';
import { joined, standingFor, UNKNOWN, verbatim, type Written } from './written.ts';

/** Functions that write to a file, by where in their arguments the text stands. */
const WRITERS = /^(append|write)File(Sync)?$/;

/** What a JavaScript program writes to its outputs file. What else it may call can't be told, so it is never complete. */
export function ofJavaScript(text: string): FoundOutputs {
  const source = sourceOf(text);
  const names = pathNames(source);
  const outputs = source.tokens.flatMap((_, at) => {
    if (textAt(source, at + 1) !== '(') return [];
    const [first, second] = argumentsOf(source, at + 1);
    if (WRITERS.test(textAt(source, at))) {
      return first !== undefined && second !== undefined && isPath(source, first, names)
        ? written(source, second).outputs
        : [];
    }
    const isStream = /^(write|end)$/.test(textAt(source, at)) && textAt(source, at - 1) === '.';
    return isStream && names.has(textAt(source, at - 2)) && first !== undefined
      ? written(source, first).outputs
      : [];
  });
  return { ...NOTHING_KNOWN, outputs };
}

/** The variables that hold the path of the outputs file, or a stream into it. */
function pathNames(source: Source): ReadonlySet<string> {
  const names = new Set<string>();
  source.tokens.forEach((_, at) => {
    if (!/^(const|let|var)$/.test(textAt(source, at))) return;
    for (let i = at + 1; i < at + 40 && !/^;?$/.test(textAt(source, i)); i++) {
      if (/FLOW_OUTPUT/.test(textAt(source, i)))
        names.add(textAt(source, at + 1) === '{' ? textAt(source, i) : textAt(source, at + 1));
      if (i > at + 1 && source.tokens[i]?.onNewLine === true && textAt(source, at + 1) !== '{') break;
    }
    if (
      stands(source, at + 2, '=') &&
      [...topLevel(source, at, at + 12)].some(
        (i) => textAt(source, i) === 'createWriteStream' && names.has(textAt(source, i + 2)),
      )
    ) {
      names.add(textAt(source, at + 1));
    }
  });
  return names;
}

function isPath(source: Source, [start, end]: Argument, names: ReadonlySet<string>): boolean {
  const words = source.tokens.slice(start, end).map(({ text }) => text);
  return words.some((word) => names.has(word) || word.includes('FLOW_OUTPUT'));
}

/** The indices of an argument's words. */
type Argument = readonly [number, number];

function argumentsOf(source: Source, open: number): readonly Argument[] {
  const close = behind(source, open) - 1;
  const found: Argument[] = [];
  let start = open + 1;
  for (const at of topLevel(source, start, close)) {
    if (textAt(source, at) !== ',') continue;
    found.push([start, at]);
    start = at + 1;
  }
  return start < close ? [...found, [start, close]] : found;
}

/** What an expression writes: texts put together, or an object as JSON. */
function written(source: Source, [start, end]: Argument): FoundOutputs {
  for (const at of topLevel(source, start, end)) {
    if (stands(source, at, 'JSON', '.', 'stringify', '(', '{')) return objectKeys(source, at + 4);
  }
  const parts = [...topLevel(source, start, end)].flatMap((at) => {
    const token = source.tokens[at];
    return token === undefined || token.text === '+' ? [] : [pieceOf(source.text, token)];
  });
  return keysIn(joined(parts));
}

function pieceOf(text: string, token: Token): Written {
  if (token.type !== 'string' && token.type !== 'template') return standingFor(UNKNOWN, token.start);
  const parts: Written[] = [];
  let from = token.start + 1;
  const end = token.end - 1;
  for (const { 0: found, index } of text.slice(from, end).matchAll(/\\[\s\S]|\$\{[^}]*\}/g)) {
    const at = token.start + 1 + index;
    if (found.startsWith('$') && token.type === 'string') continue;
    parts.push(verbatim(text, { start: from, end: at }));
    parts.push(
      standingFor(found === '\\n' ? '\n' : found === "\\'" || found === '\\"' ? found.slice(1) : UNKNOWN, at),
    );
    from = at + found.length;
  }
  return joined([...parts, verbatim(text, { start: from, end })]);
}
