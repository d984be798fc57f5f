import { type SecretStorage, Uri, workspace } from 'vscode';

type Values = Readonly<Record<string, string>>;

/**
 * Values of secrets, by name, in VS Code's secret storage. Those of one workspace folder are unknown to all others:
 * whoever writes a workflow could else name, and so read, what was stored for another.
 */
export interface SecretStore {
  /** Those for a workflow. */
  of(workflow: Uri): Promise<Values>;
  store(workflow: Uri, name: string, value: string): Promise<void>;
  /** A name that isn't there is passed over. */
  remove(workflow: Uri, name: string): Promise<void>;
}

export function createSecretStore(storage: SecretStorage): SecretStore {
  // One change after the other, or one of two would be lost.
  let last: Promise<void> = Promise.resolve();
  const change = (workflow: Uri, edit: (values: Map<string, string>) => void): Promise<void> => {
    last = last
      .catch(() => undefined)
      .then(async () => {
        const values = new Map(Object.entries(await read(storage, workflow)));
        edit(values);
        const key = keyOf(workflow);
        if (values.size === 0) await storage.delete(key);
        else await storage.store(key, JSON.stringify(Object.fromEntries(values)));
      });
    return last;
  };
  return {
    of: (workflow) => read(storage, workflow),
    store: (workflow, name, value) => change(workflow, (values) => values.set(name, value)),
    remove: (workflow, name) => change(workflow, (values) => values.delete(name)),
  };
}

/** What the secrets are stored for, as people call it. */
export function secretPlace(workflow: Uri): string {
  return workspace.getWorkspaceFolder(workflow)?.name ?? folderOf(workflow).fsPath;
}

async function read(storage: SecretStorage, workflow: Uri): Promise<Values> {
  const text = await storage.get(keyOf(workflow));
  return text === undefined ? {} : JSON.parse(text);
}

function keyOf(workflow: Uri): string {
  return `secrets of ${folderOf(workflow)}`;
}

function folderOf(workflow: Uri): Uri {
  return workspace.getWorkspaceFolder(workflow)?.uri ?? Uri.joinPath(workflow, '..');
}
