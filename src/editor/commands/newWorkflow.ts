import { Uri, window, workspace } from 'vscode';
import type { Target } from '../target.ts';
import { starterWorkflow } from './starterWorkflow.ts';

/** Asks for a folder and a name, writes a workflow that runs as it is, and opens it. */
export async function newWorkflow(target: Target): Promise<Uri | undefined> {
  const file = await chooseFile(target);
  if (file === undefined) return undefined;
  const name = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.flow\.ya?ml$/, '');
  await workspace.fs.writeFile(file, new TextEncoder().encode(starterWorkflow(name, process.platform)));
  await window.showTextDocument(file, { preview: false });
  return file;
}

async function chooseFile(target: Target): Promise<Uri | undefined> {
  const folder = await chooseFolder(target);
  if (folder === undefined) return workspace.workspaceFolders === undefined ? chooseAnywhere() : undefined;
  const name = await window.showInputBox({
    title: 'New Workflow',
    prompt: `A name, or a path inside ${folderName(folder)}: the file ends in .flow.yaml.`,
    placeHolder: 'build',
    validateInput: async (text) => nameFault(text) ?? (await existsFault(fileOf(folder, text))),
  });
  return name === undefined ? undefined : fileOf(folder, name);
}

/** The folder that was clicked, the only workspace folder, or one picked of several. */
async function chooseFolder({ uri }: Target): Promise<Uri | undefined> {
  if (uri !== undefined) return uri;
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder: 'In which folder?' }))?.uri;
}

function folderName(folder: Uri): string {
  const whole = workspace.workspaceFolders?.find(({ uri }) => String(uri) === String(folder));
  return whole?.name ?? workspace.asRelativePath(folder);
}

/** Where no folder is open. */
function chooseAnywhere(): Thenable<Uri | undefined> {
  return window.showSaveDialog({
    title: 'New Workflow',
    filters: { 'Flow YAML': ['flow.yaml', 'flow.yml'] },
  });
}

function fileOf(folder: Uri, name: string): Uri {
  return Uri.joinPath(folder, `${name.trim().replace(/\.flow\.ya?ml$/, '')}.flow.yaml`);
}

function nameFault(text: string): string | undefined {
  const name = text.trim();
  if (name === '') return 'A name is needed.';
  if (/[\\:*?"<>|]/.test(name)) return 'A file name can’t hold any of \\ : * ? " < > |';
  if (name.endsWith('/') || name.startsWith('/') || name.split('/').includes('..')) {
    return 'Name a file inside this folder.';
  }
  return undefined;
}

async function existsFault(file: Uri): Promise<string | undefined> {
  const there = await workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
  return there ? 'There is a workflow of this name already.' : undefined;
}
