import { FUNCTIONS, STATUS_FUNCTIONS } from '../expression/names.ts';
import type { Range } from '../model/text.ts';
import type { Analysis } from './analyze.ts';
import { expressionPlace } from './complete/expressionPlace.ts';
import { openCall } from './cursor/expressionCursor.ts';
import { argumentDocs } from './signature/argumentDocs.ts';

/** A function that is being called, as it is called, and which of its arguments is being written. */
export interface Signature {
  /** `contains(search, item)` */
  readonly label: string;
  /** Markdown */
  readonly documentation: string;
  readonly parameters: readonly Parameter[];
  /** The index of the parameter that is being written. */
  readonly active: number;
}

export interface Parameter {
  /** Where it stands in the label. */
  readonly range: Range;
  /** Markdown; empty where its name says all. */
  readonly documentation: string;
}

/** The characters that begin a call, or its next argument. */
export const SIGNATURE_TRIGGERS = ['(', ','] as const;

/** The function whose brackets an offset is in, inside of an expression. */
export function signatureAt({ text }: Pick<Analysis, 'text'>, offset: number): Signature | undefined {
  const place = expressionPlace(text, offset);
  const call = place === undefined ? undefined : openCall(place.before);
  if (call === undefined) return undefined;
  const name = call.name.toLowerCase();
  const found = [...FUNCTIONS, ...STATUS_FUNCTIONS].find((each) => each.name.toLowerCase() === name);
  if (found === undefined) return undefined;
  const docs = argumentDocs(found.name);
  const parameters = parametersIn(found.signature).map((range, i) => ({
    range,
    documentation: docs[i] ?? '',
  }));
  // Those of a function that takes any number go on with the last that says so.
  const rest = parameters.findIndex(({ range }) => found.signature.slice(range.start, range.end) === '…');
  const last = rest >= 0 ? rest : parameters.length - 1;
  return {
    label: found.signature,
    documentation: found.description,
    parameters,
    active: Math.max(0, Math.min(call.argument, last)),
  };
}

/** Where the arguments stand in `name(a, 'b, c', d)`. */
function parametersIn(signature: string): readonly Range[] {
  const open = signature.indexOf('(') + 1;
  return [...signature.slice(open, -1).matchAll(/'[^']*'|[^,\s]+/g)].map(({ 0: found, index }) => ({
    start: open + index,
    end: open + index + found.length,
  }));
}
