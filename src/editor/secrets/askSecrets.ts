import { type Uri, window } from 'vscode';
import { plansWithin } from '../../model/inner.ts';
import type { Plan } from '../../model/plan.ts';
import { type SecretStore, secretPlace } from './secretStore.ts';

type Values = Readonly<Record<string, string>>;

/**
 * The values of the secrets that a plan names, or one nested in it: stored ones, else those of the environment; what
 * is missing is asked for and stored. `undefined` when the person backed out: then nothing is to be run.
 */
export async function askSecrets(store: SecretStore, plan: Plan, workflow: Uri): Promise<Values | undefined> {
  const names = secretNames(plan);
  if (names.length === 0) return {};
  const stored = new Map(Object.entries(await store.of(workflow)));
  const values = new Map<string, string>();
  for (const name of names) {
    const value = stored.get(name) ?? inEnvironment(name) ?? (await askSecret(name, workflow));
    if (value === undefined) return undefined;
    values.set(name, value);
    if (!stored.has(name) && inEnvironment(name) === undefined) await store.store(workflow, name, value);
  }
  return Object.fromEntries(values);
}

/** Each once, in the order of the files. */
function secretNames(plan: Plan): readonly string[] {
  return [...new Set([...plansWithin(plan)].flatMap(({ secrets }) => secrets))];
}

/** An empty variable is none. */
export function inEnvironment(name: string): string | undefined {
  return Object.hasOwn(process.env, name) ? process.env[name] || undefined : undefined;
}

/** Asks for a value; it isn't shown while it is typed. */
export async function askSecret(name: string, workflow: Uri): Promise<string | undefined> {
  return window.showInputBox({
    title: `Secret ${name}`,
    prompt: `Its value. It is kept in VS Code’s secret storage, for ${secretPlace(workflow)} alone, and masked wherever text is shown.`,
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) => (text === '' ? 'A value is needed.' : undefined),
  });
}
