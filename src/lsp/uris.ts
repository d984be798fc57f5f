import { fileURLToPath, pathToFileURL } from 'node:url';

/** The absolute path of a file; `undefined` of what is no file of this machine, such as a buffer without a name. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** Whether a file's name says that it is a workflow. */
export function isWorkflowUri(uri: string): boolean {
  return /\.flow\.ya?ml$/.test(uri);
}
