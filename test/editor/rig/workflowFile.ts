import { Range, type TextDocument, type TextEditor, Uri, WorkspaceEdit, window, workspace } from 'vscode';

/** Writes a workflow into the open folder, whose contents are a copy made for the tests. */
export async function workflowFile(name: string, text: string): Promise<Uri> {
  const uri = inWorkspace(`tests/${name}.flow.yaml`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** A file of the open folder by its path. */
export function inWorkspace(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('No folder is open.');
  return Uri.joinPath(folder.uri, path);
}

export async function openWorkflow(name: string, text: string): Promise<TextEditor> {
  return window.showTextDocument(await workflowFile(name, text), { preview: false });
}

/** Puts other text in place of all that a document holds, as one edit. */
export async function replaceText(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(0), document.positionAt(Infinity)), text);
  await workspace.applyEdit(edit);
}
