import type { FoundOutput, FoundOutputs } from '../knownOutput.ts';
import { type Source, sourceOf, stands, textAt, topLevel } from './source.ts';
import { membersIn, type TypeNamed, typeKeys } from './typeKeys.ts';

/** A type that names more others isn't followed. */
const MOST_NAMES = 60;

/** The types that a file declares by name: interfaces, aliases, and JSDoc's typedefs. */
export function namedTypes(source: Source): TypeNamed {
  let asked = 0;
  const find: TypeNamed = (name, depth) => {
    if (++asked > MOST_NAMES) return undefined;
    for (const at of topLevel(source, 0, source.tokens.length)) {
      if (source.tokens[at + 1]?.text !== name) continue;
      if (textAt(source, at) === 'interface') return interfaceKeys(source, at + 2);
      if (stands(source, at, 'type', name, '=')) return typeKeys(source, at + 3, find, depth).found;
    }
    for (const { type, start, text } of source.tokens) {
      const typedef =
        type === 'doc' && text.includes(name) ? typedefIn(text, start, name, find, depth) : undefined;
      if (typedef !== undefined) return typedef;
    }
    return undefined;
  };
  return find;
}

/** One that extends another has more members than it says. */
function interfaceKeys(source: Source, from: number): FoundOutputs | undefined {
  for (const at of topLevel(source, from, Math.min(from + 20, source.tokens.length))) {
    if (textAt(source, at) !== '{') continue;
    const found = membersIn(source, at);
    return at === from || found === undefined ? found : { ...found, complete: false };
  }
  return undefined;
}

function typedefIn(
  doc: string,
  start: number,
  name: string,
  named: TypeNamed,
  depth: number,
): FoundOutputs | undefined {
  const tag = doc.indexOf('@typedef');
  if (tag < 0) return undefined;
  const braced = bracedType(doc, start, tag);
  const declared = /^\s*([\w$]+)/.exec(doc.slice(braced?.end ?? tag + 8))?.[1];
  if (declared !== name) return undefined;
  const properties = propertiesIn(doc, start);
  if (properties.length > 0) return { outputs: properties, complete: true };
  return braced === undefined ? undefined : typeKeys(braced.source, 0, named, depth).found;
}

function propertiesIn(doc: string, start: number): readonly FoundOutput[] {
  return [...doc.matchAll(/@prop(?:erty)?\s+(?:\{([^}\n]*)\}\s*)?\[?([\w$-]+)/dg)].flatMap(
    ({ 1: type, 2: name = '', indices }) => {
      const [from, to] = indices?.[2] ?? [0, 0];
      const range = { start: start + from, end: start + to };
      return [type === undefined ? { name, range } : { name, range, type }];
    },
  );
}

/** The type in braces behind a tag of a doc comment, as a source whose offsets are those of the file. */
export function bracedType(
  doc: string,
  start: number,
  tag: number,
): { readonly source: Source; readonly end: number } | undefined {
  const head = /^@\w+\s*\{/.exec(doc.slice(tag));
  if (head === null) return undefined;
  const from = tag + head[0].length;
  let open = 1;
  let end = from;
  while (open > 0 && end < doc.length) {
    const char = doc[end++];
    if (char === '{') open++;
    else if (char === '}') open--;
  }
  const inside = doc.slice(from, end - 1).replace(/(\n\s*)\*/g, '$1 ');
  const source = sourceOf(inside);
  const shift = start + from;
  const tokens = source.tokens.map((token) => ({
    ...token,
    start: token.start + shift,
    end: token.end + shift,
  }));
  // What a member's type says is cut out of the text by its offsets.
  return { source: { text: ' '.repeat(shift) + inside, tokens }, end };
}
