import type { Location } from 'vscode-languageserver/node';
import type { FileRange } from '../language/fileRange.ts';
import type { NamedFile, Server } from './feature.ts';
import { toRange } from './places.ts';

/** Where places of the language are, that it named in an answer about `file`. */
export function locationsOf(
  { named }: Pick<Server, 'named'>,
  file: NamedFile,
  places: readonly FileRange[],
): Location[] {
  const known = new Map<string | undefined, NamedFile>([[undefined, file]]);
  return places.map(({ file: id, range }) => {
    const found = known.get(id) ?? (id === undefined ? file : named(id));
    known.set(id, found);
    return { uri: found.uri, range: toRange(found.lines, range) };
  });
}
