import { resolve } from 'node:path';
import { inputValue } from '../model/inputValue.ts';
import type { JsonObject } from '../model/json.ts';
import { nearest } from '../model/nearest.ts';
import type { InputDefinition } from '../model/workflow.ts';
import type { InputFiles } from './inputFiles.ts';

type Definitions = Readonly<Record<string, InputDefinition>>;

type Resolved = { readonly inputs: JsonObject } | { readonly faults: readonly string[] };

/**
 * Types and checks what a person gave (text by input name, as from `--input k=v`) against the definitions,
 * defaults filled in. Returns the values, or one sentence for each fault. The path of a file becomes absolute.
 */
export function resolveInputs(
  definitions: Definitions,
  given: Readonly<Record<string, string>>,
  files: InputFiles,
): Resolved {
  return resolveValues(definitions, given, files);
}

/** The same for what a workflow gives another by `with`, whatever JSON it is; `null` is as good as nothing given. */
export function resolveValues(definitions: Definitions, given: JsonObject, files: InputFiles): Resolved {
  const faults: string[] = [];
  const inputs = new Map<string, string | number | boolean>();
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(definitions, name)) faults.push(unknownInput(name, definitions));
  }
  for (const [name, definition] of Object.entries(definitions)) {
    const value = Object.hasOwn(given, name) ? (given[name] ?? undefined) : undefined;
    const standard = definition.default;
    if (value === undefined && standard === undefined) {
      faults.push(`Input ${name} has no default and must be given.`);
      continue;
    }
    const from = value === undefined ? files.workflowFolder : files.givenFolder;
    const typed = inputValue(name, definition, value ?? standard ?? '');
    const found = 'fault' in typed ? typed : located(name, definition, typed, { ...files, from });
    if ('fault' in found) faults.push(found.fault);
    else inputs.set(name, found.value);
  }
  return faults.length > 0 ? { faults } : { inputs: Object.fromEntries(inputs) };
}

/** The fault of one text that a person gives as a sentence, or `undefined` where it is fine: for input boxes. */
export function inputFault(
  name: string,
  definition: InputDefinition,
  text: string,
  files: InputFiles,
): string | undefined {
  const typed = inputValue(name, definition, text);
  const found =
    'fault' in typed ? typed : located(name, definition, typed, { ...files, from: files.givenFolder });
  return 'fault' in found ? found.fault : undefined;
}

type Typed = { readonly value: string | number | boolean };

/** The path of a file, absolute, where the file is there; any other value as it is. */
function located(
  name: string,
  { type }: InputDefinition,
  typed: Typed,
  { from, isFile }: Pick<InputFiles, 'isFile'> & { readonly from: string },
): Typed | { readonly fault: string } {
  if (type !== 'file') return typed;
  const written = String(typed.value);
  if (written.trim() === '') return { fault: `Input ${name} is the path of a file, and nothing is given.` };
  const path = resolve(from, written);
  return isFile(path)
    ? { value: path }
    : { fault: `Input ${name} is the path of a file, and ${path} is none.` };
}

function unknownInput(name: string, definitions: Definitions): string {
  const known = Object.keys(definitions);
  if (known.length === 0) return `The workflow takes no inputs, so ${name} can't be given.`;
  const near = nearest(name, known);
  const hint = near === undefined ? `It takes ${known.join(', ')}.` : `Did you mean ${near}?`;
  return `The workflow has no input ${name}. ${hint}`;
}
