import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { plansWithin } from '../model/inner.ts';
import type { Plan } from '../model/plan.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { systemReason, UsageError } from './usageError.ts';

/**
 * The values of the secrets that a plan names, or one nested in it: from the environment, else from `--secrets-file`.
 * Rejects with a `UsageError` that names those which are nowhere.
 */
export async function givenSecrets(
  plan: Plan,
  args: Arguments,
  context: Context,
): Promise<Readonly<Record<string, string>>> {
  const names = new Set([...plansWithin(plan)].flatMap(({ secrets }) => secrets));
  const file = args.one('secrets-file');
  const inFile = file === undefined ? {} : await readSecretsFile(file, context);
  const values = new Map<string, string>();
  const missing: string[] = [];
  for (const name of names) {
    const value = own(context.env, name) || own(inFile, name);
    if (value) values.set(name, value);
    else missing.push(name);
  }
  if (missing.length > 0) throw new UsageError(missingText(missing));
  return Object.fromEntries(values);
}

async function readSecretsFile(file: string, { folder }: Context): Promise<NodeJS.Dict<string>> {
  try {
    return parseEnv(await readFile(resolve(folder, file), 'utf8'));
  } catch (error) {
    throw new UsageError(`The file ${file} can't be read: ${systemReason(error)}.`);
  }
}

function missingText(names: readonly string[]): string {
  const [what, it] = names.length === 1 ? ['secret', 'it'] : ['secrets', 'them'];
  return (
    `The workflow needs the ${what} ${names.join(', ')}. ` +
    `Set ${it} in the environment, or in a file of NAME=value lines that --secrets-file names.`
  );
}

function own(record: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
