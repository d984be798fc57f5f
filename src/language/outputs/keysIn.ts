import { type FoundOutput, type FoundOutputs, NOTHING_KNOWN } from './knownOutput.ts';
import { rangeOf, UNKNOWN, type Written } from './written.ts';

/**
 * The names in what a script writes to its outputs file: lines `key=value`, `key<<END … END`, or one JSON object. The
 * same that the orchestrator's `parseOutputs` reads, but of a text that is known in part.
 */
export function keysIn(written: Written): FoundOutputs {
  return written.text.trimStart().startsWith('{') ? keysOfObject(written) : keysOfLines(written);
}

const LONGEST_KEY = 300;

function keysOfLines(written: Written): FoundOutputs {
  const outputs: FoundOutput[] = [];
  let complete = true;
  const lines = written.text.split('\n');
  let offset = 0;
  let marker: string | undefined;
  for (const line of lines) {
    const start = offset;
    offset += line.length + 1;
    const plain = line.replace(/\r$/, '');
    if (marker !== undefined) {
      if (plain === marker) marker = undefined;
      continue;
    }
    if (plain.trim() === '') continue;
    const [, lead = '', key = '', sign] = /^(\s*)([^=<]*?)\s*(=|<<)/.exec(plain.slice(0, LONGEST_KEY)) ?? [];
    const range = rangeOf(written, start + lead.length, start + lead.length + key.length);
    if (sign === undefined || key === '' || key.includes(UNKNOWN) || range === undefined) complete = false;
    else outputs.push({ name: key, range });
    if (sign === '<<') {
      marker = plain.slice(plain.indexOf('<<') + 2);
      // A marker that only the script knows ends nobody knows where.
      if (marker.includes(UNKNOWN)) complete = false;
    }
  }
  return { outputs, complete: complete && marker === undefined };
}

const WORD = /"((?:[^"\\]|\\.)*)"|[{}[\],:]/g;

/** The keys at the top of an object; a value may be anything that doesn't open brackets it won't close. */
function keysOfObject(written: Written): FoundOutputs {
  const outputs: FoundOutput[] = [];
  let complete = true;
  let depth = 0;
  let isKey = false;
  for (const { 0: word, 1: name, index } of written.text.matchAll(WORD)) {
    if (word === '{' || word === '[') {
      depth++;
      isKey = depth === 1;
    } else if (word === '}' || word === ']') depth--;
    else if (word === ',') isKey = depth === 1;
    else if (word === ':') isKey = false;
    else if (name !== undefined && isKey && depth === 1) {
      const range = rangeOf(written, index + 1, index + 1 + name.length);
      if (range === undefined || /[\\\uFDD1]/.test(name)) complete = false;
      else outputs.push({ name, range });
      isKey = false;
    }
    if (depth <= 0) break;
  }
  if (depth !== 0) return outputs.length === 0 ? NOTHING_KNOWN : { outputs, complete: false };
  // `{ $pairs }` may hold any keys.
  return { outputs, complete: complete && !/[{,]\s*\uFDD1/.test(written.text) };
}
