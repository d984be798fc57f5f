import { type QuickPickItem, type Uri, window, workspace } from 'vscode';
import type { Parts } from '../parts.ts';
import { askSecret, inEnvironment } from '../secrets/askSecrets.ts';
import { secretPlace } from '../secrets/secretStore.ts';
import type { Target } from '../target.ts';
import { chooseWorkflow } from './choose.ts';

const NAME = /^[A-Za-z_]\w{0,99}$/;

/** Stores the value of a secret that the workflow names, or of another. */
export async function setSecret(parts: Parts, target: Target): Promise<void> {
  const uri = await chooseWorkflow(parts, target, 'A secret of which workflow?');
  const name = uri && (await pickName(parts, uri));
  if (uri === undefined || name === undefined) return;
  const value = await askSecret(name, uri);
  if (value === undefined) return;
  await parts.secrets.store(uri, name, value);
  await window.showInformationMessage(`${name} is stored for ${secretPlace(uri)}.`);
}

export async function deleteSecret(parts: Parts, target: Target): Promise<void> {
  const uri = await chooseWorkflow(parts, target, 'A secret of which workflow?');
  if (uri === undefined) return;
  const place = secretPlace(uri);
  const names = Object.keys(await parts.secrets.of(uri)).sort();
  if (names.length === 0) {
    await window.showInformationMessage(`No secret is stored for ${place}.`);
    return;
  }
  const items = names.map((label): QuickPickItem => ({ label }));
  const picked = await window.showQuickPick(items, { placeHolder: `Which secret of ${place} to delete?` });
  if (picked === undefined) return;
  await parts.secrets.remove(uri, picked.label);
  await window.showInformationMessage(`${picked.label} is no longer stored for ${place}.`);
}

async function pickName({ analyses, secrets }: Parts, uri: Uri): Promise<string | undefined> {
  const { workflow } = analyses(await workspace.openTextDocument(uri));
  const stored = await secrets.of(uri);
  const names = new Set([...workflow.secrets.map(({ value }) => value), ...Object.keys(stored)]);
  const known = [...names].map(
    (name): QuickPickItem => ({ label: name, description: whereIs(name, stored) }),
  );
  const another: QuickPickItem = { label: 'Another…', description: 'type a name' };
  const items = known.length === 0 ? [] : [...known, another];
  const placeHolder = `The value of which secret to store for ${secretPlace(uri)}?`;
  const picked = items.length === 0 ? another : await window.showQuickPick(items, { placeHolder });
  return picked === another ? askName() : picked?.label;
}

function whereIs(name: string, stored: Readonly<Record<string, string>>): string {
  if (Object.hasOwn(stored, name)) return 'stored';
  return inEnvironment(name) === undefined ? 'not set' : 'in the environment';
}

function askName(): Thenable<string | undefined> {
  return window.showInputBox({
    title: 'Set Secret',
    prompt: 'Its name, as in the workflow’s secrets',
    ignoreFocusOut: true,
    validateInput: (text) =>
      NAME.test(text) ? undefined : 'A name has letters, digits and _, and begins with a letter or _.',
  });
}
