import { readFileSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type TextDocument, Uri, workspace } from 'vscode';
import type { FilePlace, WorkflowFiles } from '../language/nested/workflowFiles.ts';

/** Where a document is; `undefined` where it is no file, so that none beside it can be reached. */
export function filePlace({ uri }: Pick<TextDocument, 'uri'>): FilePlace | undefined {
  if (uri.scheme !== 'file') return undefined;
  return { id: idOf(uri.fsPath), file: uri.fsPath, folder: dirname(uri.fsPath), files: openWorkflows };
}

/** The workflows that others run as tasks: as they are in the editor, else as on the disk. */
const openWorkflows: WorkflowFiles = {
  read(path, folder) {
    const file = resolve(folder, path);
    const text = openText(file) ?? textOnDisk(file);
    return text === undefined ? undefined : { id: idOf(file), file, folder: dirname(file), text };
  },
};

function openText(path: string): string | undefined {
  const uri = String(Uri.file(path));
  return workspace.textDocuments.find((document) => String(document.uri) === uri)?.getText();
}

function textOnDisk(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch {
    return undefined;
  }
}

/** Links may lead to one file by many paths. */
function idOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
