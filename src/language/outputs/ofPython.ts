import type { Range } from '../../model/text.ts';
import { keysIn } from './keysIn.ts';
import { type FoundOutput, type FoundOutputs, NOTHING_KNOWN } from './knownOutput.ts';
import { joined, standingFor, UNKNOWN, verbatim, type Written } from './written.ts';

/** A text of Python; in front of it letters that say what kind it is. */
const TEXT = /([rRbBuUfF]{0,2})("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/;

const OPENED =
  /(?:\bopen\s*\(|\bPath\s*\()[^\n]*FLOW_OUTPUT[^\n]*?\bas\s+(\w+)|(\w+)\s*=\s*(?:open|Path)\s*\([^\n]*FLOW_OUTPUT/g;

/** What a Python program writes to its outputs file. What else it may call can't be told, so it is never complete. */
export function ofPython(text: string): FoundOutputs {
  if (!text.includes('FLOW_OUTPUT')) return NOTHING_KNOWN;
  const files = [...text.matchAll(OPENED)].map(([, entered, assigned]) => entered ?? assigned ?? '');
  const outputs = [...writesIn(text, files)].flatMap((range) => keysIn(textIn(text, range)).outputs);
  return { ...NOTHING_KNOWN, outputs: [...outputs, ...dumpedIn(text, files)] };
}

/** The texts that are written: `f.write("…")`, `print("…", file=f)`, `open(…).write("…")`. */
function* writesIn(text: string, files: readonly string[]): Iterable<Range> {
  const call = new RegExp(
    `(?:(\\w+)|FLOW_OUTPUT[^\\n]*\\))\\.write(?:_text)?\\(\\s*${TEXT.source}|\\bprint\\(\\s*${TEXT.source}[^\\n]*\\bfile\\s*=\\s*(\\w+)`,
    'gd',
  );
  for (const { 1: object, 3: written, 5: printed, 6: file, indices } of text.matchAll(call)) {
    const isOurs =
      written === undefined ? files.includes(file ?? '') : object === undefined || files.includes(object);
    const [start = 0, end = 0] = indices?.[printed === undefined ? 3 : 5] ?? [];
    if (isOurs) yield { start, end };
  }
}

function textIn(text: string, { start, end }: Range): Written {
  const quote = /^("""|''')/.test(text.slice(start, start + 3)) ? 3 : 1;
  const prefix = /[rRbBuUfF]{0,2}$/.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? '';
  const holes = /f/i.test(prefix) ? /\\[\s\S]|\{\{|\}\}|\{[^{}]*\}/g : /\\[\s\S]|%[\d.]*[a-z]|\{\w*\}/g;
  const parts: Written[] = [];
  let from = start + quote;
  for (const { 0: found, index } of text.slice(from, end - quote).matchAll(holes)) {
    const at = start + quote + index;
    parts.push(verbatim(text, { start: from, end: at }));
    parts.push(
      standingFor(found === '\\n' ? '\n' : /^(\{\{|\}\})$/.test(found) ? found.slice(1) : UNKNOWN, at),
    );
    from = at + found.length;
  }
  return joined([...parts, verbatim(text, { start: from, end: end - quote })]);
}

/** The keys of `json.dump({…}, f)`, and of `f.write(json.dumps({…}))`. */
function dumpedIn(text: string, files: readonly string[]): readonly FoundOutput[] {
  return [
    ...text.matchAll(
      /(?:(\w+)\.write(?:_text)?\(\s*json\.dumps|json\.dump)\(\s*(\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})(?:\s*,\s*(\w+))?/g,
    ),
  ].flatMap(({ 0: found, 1: object, 2: literal = '', 3: file, index }) => {
    if (!files.includes(object ?? file ?? '')) return [];
    const start = index + found.indexOf(literal);
    return keysIn(verbatim(text.replaceAll("'", '"'), { start, end: start + literal.length })).outputs;
  });
}
