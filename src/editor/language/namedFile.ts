import { Location, type TextDocument, Uri, workspace } from 'vscode';
import { placeOf } from '../../files/place.ts';
import { fileId } from '../../files/workflows.ts';
import type { FileRange } from '../../language/fileRange.ts';
import { type Lines, linesOf } from '../../model/text.ts';
import { openText } from '../filePlace.ts';
import { toRange } from '../places.ts';

/** A file that the language names. */
export interface NamedFile {
  readonly uri: Uri;
  /** Of its text in an open editor, else on the disk. */
  readonly lines: Lines;
}

/** Finds the files that an answer names, each once. */
export function namedFiles(): (id: string) => NamedFile {
  const known = new Map<string, NamedFile>();
  return (id) => {
    const found = known.get(id) ?? find(id);
    known.set(id, found);
    return found;
  };
}

/** The same for an answer about a document, which itself has no id. */
export function filesAround(uri: Uri, lines: Lines): (id: string | undefined) => NamedFile {
  const named = namedFiles();
  return (id) => (id === undefined ? { uri, lines } : named(id));
}

/** Where places of the language are in VS Code. */
export function toLocations(
  document: TextDocument,
  lines: Lines,
  places: readonly FileRange[],
): readonly Location[] {
  const named = filesAround(document.uri, lines);
  return places.map(({ file, range }) => {
    const found = named(file);
    return new Location(found.uri, toRange(found.lines, range));
  });
}

function find(id: string): NamedFile {
  // An open editor may know the file by a link to it.
  const open = workspace.textDocuments.find(({ uri }) => uri.scheme === 'file' && fileId(uri.fsPath) === id);
  const text = open?.getText() ?? placeOf(id, (path) => path, openText).files.read(id, '')?.text;
  return { uri: open?.uri ?? Uri.file(id), lines: linesOf(text ?? '') };
}
