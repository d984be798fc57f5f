import { defaultExport, type FoundFunction } from './javaScript/defaultExport.ts';
import { bracedType, namedTypes } from './javaScript/namedTypes.ts';
import { keysOf, returned } from './javaScript/returned.ts';
import { type Source, sourceOf } from './javaScript/source.ts';
import { typeKeys } from './javaScript/typeKeys.ts';
import { type FoundOutputs, NOTHING_KNOWN } from './knownOutput.ts';

/** A module with more letters, a bundle perhaps, isn't looked at. */
const LONGEST = 200_000;

/**
 * What a module of JavaScript or TypeScript returns: as its type says, in TypeScript or JSDoc, and as its `return`s
 * show. Nothing is run and no other file is looked at; what isn't written out here isn't known.
 */
export function ofModule(text: string): FoundOutputs {
  if (text.length > LONGEST) return NOTHING_KNOWN;
  const source = sourceOf(text);
  const found = defaultExport(source);
  if (found === undefined) return NOTHING_KNOWN;
  const shown = found.isExpression
    ? keysOf(source, found.start, found.start, found.end)
    : returned(source, found.start, found.end);
  const typed = typedReturn(source, found);
  const documented = documentedReturn(source, found);
  const types = new Map(
    [...(typed?.outputs ?? []), ...(documented?.outputs ?? [])].map((each) => [each.name, each]),
  );
  return {
    outputs: [...types.values(), ...shown.outputs.map((each) => ({ ...types.get(each.name), ...each }))],
    // A compiler holds the module to its type; a comment may be out of date.
    complete: shown.complete || typed?.complete === true,
  };
}

function typedReturn(source: Source, { returnType }: FoundFunction): FoundOutputs | undefined {
  return returnType === undefined ? undefined : typeKeys(source, returnType, namedTypes(source)).found;
}

function documentedReturn(source: Source, { doc }: FoundFunction): FoundOutputs | undefined {
  const token = source.tokens[doc ?? -1];
  const tag = token === undefined ? -1 : token.text.search(/@returns?\b/);
  if (token === undefined || tag < 0) return undefined;
  const braced = bracedType(token.text, token.start, tag);
  return braced === undefined ? undefined : typeKeys(braced.source, 0, namedTypes(source)).found;
}
