import type { Range } from '../model/text.ts';
import { CONTEXTS, FUNCTIONS, STATUS_FUNCTIONS } from './names.ts';

/** Why an expression couldn't be read, and where in its source. */
export interface ExpressionFault {
  readonly message: string;
  readonly range: Range;
  /** Present where the fault is a name that nothing has, and stands at `range`. */
  readonly unknown?: { readonly kind: 'context' | 'function'; readonly name: string };
}

/** The library's sentences name GitHub's concepts; ours speak of what an author of a workflow sees. */
export function faultOf(message: string, range: Range): ExpressionFault {
  const [, what = message, token = ''] = /^(.*?): '([\s\S]*?)'(?:\. Located at[\s\S]*)?$/.exec(message) ?? [];
  switch (what) {
    case 'Unrecognized named-value':
      return unknownContext(token, range);
    case 'Unrecognized function':
      return unknownFunction(token, range);
    case 'Too few parameters supplied':
      return { message: `'${token}' needs more arguments${signature(token)}.`, range };
    case 'Too many parameters supplied':
      return { message: `'${token}' takes fewer arguments${signature(token)}.`, range };
    case 'Even number of parameters supplied, requires an odd number of parameters':
      return { message: `'${token}' takes an odd number of arguments${signature(token)}.`, range };
    case 'Unexpected end of expression':
      return { message: 'The expression ends too early.', range };
    case 'Unexpected symbol':
      return { message: unexpected(token), range };
    case 'Exceeded max expression depth 50':
      return { message: 'The expression is nested too deeply. Do a part of it in a task.', range };
    case 'ErrorExceededMaxLength':
      return { message: 'The expression is too long: 21,000 characters are the most.', range };
    default:
      return { message: /[.!?]$/.test(message) ? message : `${message}.`, range };
  }
}

/** Blames the last letter, since behind it there is nothing to be marked. */
export function endsTooEarly(source: string): ExpressionFault {
  const end = source.trimEnd().length;
  return { message: 'The expression ends too early.', range: { start: Math.max(end - 1, 0), end } };
}

export function unknownFunction(name: string, range: Range): ExpressionFault {
  const known = [...FUNCTIONS, ...STATUS_FUNCTIONS].map((each) => each.name).join(', ');
  return {
    message: `Unknown function '${clipped(name)}'. There are ${known}.`,
    range,
    unknown: { kind: 'function', name },
  };
}

function unknownContext(name: string, range: Range): ExpressionFault {
  return {
    message: `Unknown name '${clipped(name)}'. Expressions read ${Object.keys(CONTEXTS).join(', ')}; a text is written in 'single quotes'.`,
    range,
    unknown: { kind: 'context', name },
  };
}

function unexpected(token: string): string {
  if (token === '') return 'The expression ends too early.';
  if (token.startsWith("'")) return 'This text is never closed: it ends with a single quote.';
  if (token.startsWith('"')) return "A text is written in 'single quotes' here.";
  return `'${clipped(token)}' isn't expected here.`;
}

function signature(name: string): string {
  const known = [...FUNCTIONS, ...STATUS_FUNCTIONS].find(
    (each) => each.name.toLowerCase() === name.toLowerCase(),
  );
  return known === undefined ? '' : `: ${known.signature}`;
}

function clipped(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
