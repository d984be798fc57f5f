import type { JsonValue } from './json.ts';
import type { InputDefinition } from './workflow.ts';

/** What an input takes a given value for, or a sentence that says why it can't. */
export type InputValue = { readonly value: string | number | boolean } | { readonly fault: string };

/**
 * Types one given value: text is read as the number or the boolean that an input asks for, and where it asks for
 * text, any other value becomes text as in an expression. Whether a file is there isn't looked at.
 */
export function inputValue(name: string, definition: InputDefinition, given: JsonValue): InputValue {
  const { options = [] } = definition;
  const text = given !== null && typeof given === 'object' ? JSON.stringify(given) : String(given ?? '');
  switch (definition.type) {
    case 'string':
    case 'file':
      return { value: text };
    case 'boolean':
      if (text === 'true' || text === 'false') return { value: text === 'true' };
      return { fault: `Input ${name} is true or false, not ${cited(text)}.` };
    case 'choice':
      if (options.includes(text)) return { value: text };
      return { fault: `Input ${name} is one of ${options.join(', ')}, not ${cited(text)}.` };
    case 'number':
      return numberValue(name, definition, text);
  }
}

function numberValue(name: string, { minimum, maximum }: InputDefinition, text: string): InputValue {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) {
    return { fault: `Input ${name} is a number, not ${cited(text)}.` };
  }
  if (minimum !== undefined && value < minimum) {
    return { fault: `Input ${name} is at least ${minimum}, not ${text}.` };
  }
  if (maximum !== undefined && value > maximum) {
    return { fault: `Input ${name} is at most ${maximum}, not ${text}.` };
  }
  return { value };
}

/** Longer values are cited by their beginning. */
const LONGEST_CITED = 60;

function cited(text: string): string {
  return `"${text.length > LONGEST_CITED ? `${text.slice(0, LONGEST_CITED)}…` : text}"`;
}
