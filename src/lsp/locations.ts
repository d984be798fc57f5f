import type { Location } from 'vscode-languageserver/node';
import type { FileRange } from '../language/fileRange.ts';
import type { NamedFile, Server } from './feature.ts';
import { toRange } from './places.ts';

/** Where places of the language are; those without an id are in the file that was asked about. */
export function locationsOf(
  { named }: Pick<Server, 'named'>,
  places: readonly FileRange[],
  about?: NamedFile,
): Location[] {
  const known = new Map<string | undefined, NamedFile | undefined>([[undefined, about]]);
  return places.flatMap(({ file: id, range }) => {
    const found = known.get(id) ?? (id === undefined ? undefined : named(id));
    known.set(id, found);
    return found === undefined ? [] : [{ uri: found.uri, range: toRange(found.lines, range) }];
  });
}
