import { Location, type TextDocument, Uri, WorkspaceEdit, workspace } from 'vscode';
import { placeOf } from '../../files/place.ts';
import { fileId } from '../../files/workflows.ts';
import type { FileEdits } from '../../language/edit.ts';
import type { FileRange } from '../../language/fileRange.ts';
import { type Lines, linesOf } from '../../model/text.ts';
import { openText } from '../filePlace.ts';
import { toRange } from '../places.ts';

/** A file that the language names. */
interface NamedFile {
  readonly uri: Uri;
  /** Of its text in an open editor, else on the disk. */
  readonly lines: Lines;
}

/** Finds the files that an answer about a document names, each once; without an id, the document itself. */
function namedFiles(document: TextDocument, lines: Lines): (id: string | undefined) => NamedFile {
  const known = new Map<string | undefined, NamedFile>([[undefined, { uri: document.uri, lines }]]);
  return (id) => {
    const before = known.get(id);
    if (before !== undefined || id === undefined) return before ?? { uri: document.uri, lines };
    const found = find(id);
    known.set(id, found);
    return found;
  };
}

/** Where places of the language are in VS Code. */
export function toLocations(
  document: TextDocument,
  lines: Lines,
  places: readonly FileRange[],
): readonly Location[] {
  const named = namedFiles(document, lines);
  return places.map(({ file, range }) => {
    const found = named(file);
    return new Location(found.uri, toRange(found.lines, range));
  });
}

/** The changes of files that are there. */
export function toWorkspaceEdit(
  document: TextDocument,
  lines: Lines,
  files: readonly FileEdits[],
): WorkspaceEdit {
  const named = namedFiles(document, lines);
  const edit = new WorkspaceEdit();
  for (const { file, edits } of files) {
    const found = named(file);
    for (const { range, newText } of edits) edit.replace(found.uri, toRange(found.lines, range), newText);
  }
  return edit;
}

function find(id: string): NamedFile {
  // An open editor may know the file by a link to it.
  const open = workspace.textDocuments.find(({ uri }) => uri.scheme === 'file' && fileId(uri.fsPath) === id);
  const text = open?.getText() ?? placeOf(id, (path) => path, openText).files.read(id, '')?.text;
  return { uri: open?.uri ?? Uri.file(id), lines: linesOf(text ?? '') };
}
