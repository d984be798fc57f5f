import type { JsonObject } from '../model/json.ts';
import { nearest } from '../model/nearest.ts';
import type { InputDefinition } from '../model/workflow.ts';

type Definitions = Readonly<Record<string, InputDefinition>>;

/**
 * Types and checks what a person gave (text by input name, as from `--input k=v`) against the definitions,
 * defaults filled in. Returns the values, or one sentence for each fault.
 */
export function resolveInputs(
  definitions: Definitions,
  given: Readonly<Record<string, string>>,
): { readonly inputs: JsonObject } | { readonly faults: readonly string[] } {
  const faults: string[] = [];
  const inputs = new Map<string, string | number | boolean>();
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(definitions, name)) faults.push(unknownInput(name, definitions));
  }
  for (const [name, definition] of Object.entries(definitions)) {
    const text = Object.hasOwn(given, name) ? given[name] : undefined;
    if (text !== undefined) {
      const fault = inputFault(name, definition, text);
      if (fault === undefined) inputs.set(name, typed(definition, text));
      else faults.push(fault);
    } else if (definition.default !== undefined) inputs.set(name, definition.default);
    else faults.push(`Input ${name} has no default and must be given.`);
  }
  return faults.length > 0 ? { faults } : { inputs: Object.fromEntries(inputs) };
}

/** The fault of one value as a sentence, or `undefined` where it is fine: for input boxes. */
export function inputFault(name: string, definition: InputDefinition, text: string): string | undefined {
  const { type, options = [], minimum, maximum } = definition;
  switch (type) {
    case 'string':
    case 'file':
      return undefined;
    case 'boolean':
      return text === 'true' || text === 'false'
        ? undefined
        : `Input ${name} is true or false, not "${text}".`;
    case 'choice':
      return options.includes(text)
        ? undefined
        : `Input ${name} is one of ${options.join(', ')}, not "${text}".`;
    case 'number': {
      const number = Number(text);
      if (text.trim() === '' || !Number.isFinite(number)) return `Input ${name} is a number, not "${text}".`;
      if (minimum !== undefined && number < minimum)
        return `Input ${name} is at least ${minimum}, not ${text}.`;
      if (maximum !== undefined && number > maximum)
        return `Input ${name} is at most ${maximum}, not ${text}.`;
      return undefined;
    }
  }
}

function typed({ type }: InputDefinition, text: string): string | number | boolean {
  if (type === 'number') return Number(text);
  return type === 'boolean' ? text === 'true' : text;
}

function unknownInput(name: string, definitions: Definitions): string {
  const known = Object.keys(definitions);
  if (known.length === 0) return `The workflow takes no inputs, so ${name} can't be given.`;
  const near = nearest(name, known);
  const hint = near === undefined ? `It takes ${known.join(', ')}.` : `Did you mean ${near}?`;
  return `The workflow has no input ${name}. ${hint}`;
}
