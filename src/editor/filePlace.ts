import { type TextDocument, Uri, workspace } from 'vscode';
import type { Memory } from '../files/memory.ts';
import { placeOf } from '../files/place.ts';
import type { FilePlace } from '../language/nested/workflowFiles.ts';

/** Where a document is; `undefined` where it is no file, so that none beside it can be reached. */
export function filePlace({ uri }: Pick<TextDocument, 'uri'>, memory?: Memory): FilePlace | undefined {
  return uri.scheme === 'file' ? placeOf(uri.fsPath, (path) => path, openText, memory) : undefined;
}

/** The text of a file that is open in an editor. */
export function openText(path: string): string | undefined {
  const uri = String(Uri.file(path));
  return workspace.textDocuments.find((document) => String(document.uri) === uri)?.getText();
}
