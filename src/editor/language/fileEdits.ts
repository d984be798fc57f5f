import { Position, Uri, WorkspaceEdit } from 'vscode';
import type { FileEdits } from '../../language/edit.ts';
import type { Lines } from '../../model/text.ts';
import { toRange } from '../places.ts';
import { filesAround } from './namedFile.ts';

/** The changes of a document and of others, and the files that are made beside it. */
export function documentEdit(uri: Uri, lines: Lines, files: readonly FileEdits[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const named = filesAround(uri, lines);
  for (const { file, isNew, edits } of files) {
    if (file !== undefined && isNew === true) {
      const made = Uri.file(file);
      // One that is there already stays as it is, and nothing is changed.
      edit.createFile(made, { overwrite: false });
      for (const { newText } of edits) edit.insert(made, new Position(0, 0), newText);
    } else {
      const found = named(file);
      for (const { range, newText } of edits) edit.replace(found.uri, toRange(found.lines, range), newText);
    }
  }
  return edit;
}
