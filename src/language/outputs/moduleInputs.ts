import { defaultExport, type FoundFunction } from './javaScript/defaultExport.ts';
import { bracedType, namedTypes } from './javaScript/namedTypes.ts';
import { objectKeys } from './javaScript/objectKeys.ts';
import { behind, type Source, sourceOf, stands, textAt, topLevel } from './javaScript/source.ts';
import { typeKeys } from './javaScript/typeKeys.ts';
import type { FoundOutput } from './knownOutput.ts';

const LONGEST = 200_000;

/** The names that a module reads of its `with`: as its parameter takes it apart, and as its type or its comment says. */
export function moduleInputs(text: string): readonly FoundOutput[] {
  if (text.length > LONGEST) return [];
  const source = sourceOf(text);
  const found = defaultExport(source);
  if (found === undefined) return [];
  const typed = [...annotated(source, found), ...documented(source, found)];
  const types = new Map(typed.map((each) => [each.name, each]));
  const taken = destructured(source, found).filter(({ name }) => !types.has(name));
  return [...types.values(), ...taken];
}

/** `({ with: { rows, file } })` */
function destructured(source: Source, { parameters }: FoundFunction): readonly FoundOutput[] {
  const brace = parameters === undefined ? -1 : parameters + 1;
  const at = memberAt(source, brace);
  return at !== undefined && textAt(source, at) === '{' ? objectKeys(source, at).outputs : [];
}

/** `(context: { with: { rows: number } })` */
function annotated(source: Source, { parameters }: FoundFunction): readonly FoundOutput[] {
  if (parameters === undefined) return [];
  const end = behind(source, parameters) - 1;
  const colon = [...topLevel(source, parameters + 1, end)].find((at) => textAt(source, at) === ':');
  const at = colon === undefined ? undefined : memberAt(source, colon + 1);
  return at === undefined ? [] : (typeKeys(source, at, namedTypes(source)).found?.outputs ?? []);
}

/** `@param {{ with: { rows: number } }} context` */
function documented(source: Source, { doc }: FoundFunction): readonly FoundOutput[] {
  const token = source.tokens[doc ?? -1];
  const tag = token === undefined ? -1 : token.text.search(/@param\b/);
  const braced = token === undefined || tag < 0 ? undefined : bracedType(token.text, token.start, tag);
  if (braced === undefined) return [];
  const at = memberAt(braced.source, 0);
  return at === undefined ? [] : (typeKeys(braced.source, at, namedTypes(source)).found?.outputs ?? []);
}

/** Where the value of the member `with` begins, in the braces at an index. */
function memberAt(source: Source, brace: number): number | undefined {
  if (textAt(source, brace) !== '{') return undefined;
  for (const at of topLevel(source, brace + 1, behind(source, brace) - 1)) {
    if (stands(source, at, 'with', ':')) return at + 2;
    if (stands(source, at, 'with', '?', ':')) return at + 3;
  }
  return undefined;
}
