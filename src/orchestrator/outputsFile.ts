import { isJsonObject, type JsonObject, type JsonValue } from '../model/json.ts';

/** Thrown where an outputs file can't be read; the message names the line. */
export class OutputsError extends Error {
  override readonly name = 'OutputsError';
}

/**
 * Reads what a script left in its outputs file: lines `key=value`, `key<<END … END` for text of many lines
 * (GitHub's form), or one JSON object. Of a key given twice the last counts. Throws `OutputsError`.
 */
export function parseOutputs(text: string): JsonObject {
  return text.trimStart().startsWith('{') ? parseObject(text) : parseLines(text);
}

function parseObject(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new OutputsError(`it begins like a JSON object and isn't one: ${cause}`);
  }
  if (!isJsonObject(value)) throw new OutputsError('its JSON is no object.');
  return value;
}

function parseLines(text: string): JsonObject {
  const outputs = new Map<string, JsonValue>();
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = withoutReturn(lines[at] ?? '');
    if (line.trim() === '') continue;
    const block = /^([^=]*?)<<(.+)$/.exec(line);
    if (block !== null) {
      const [, key = '', marker = ''] = block;
      let end = at + 1;
      while (end < lines.length && withoutReturn(lines[end] ?? '') !== marker) end++;
      if (end === lines.length)
        throw new OutputsError(`line ${at + 1} begins a text that no line ${marker} ends.`);
      outputs.set(checkedKey(key, at), blockText(lines.slice(at + 1, end)));
      at = end;
      continue;
    }
    const equals = line.indexOf('=');
    if (equals < 0) {
      throw new OutputsError(`line ${at + 1} is neither key=value nor key<<END: ${line.slice(0, 60)}`);
    }
    outputs.set(checkedKey(line.slice(0, equals), at), line.slice(equals + 1));
  }
  return Object.fromEntries(outputs);
}

/** Lines inside a text stay as they are, but for the line break before its end marker. */
function blockText(lines: readonly string[]): string {
  const last = lines.at(-1);
  return last === undefined ? '' : [...lines.slice(0, -1), withoutReturn(last)].join('\n');
}

function checkedKey(written: string, line: number): string {
  const key = written.trim();
  if (key === '')
    throw new OutputsError(`line ${line + 1} has no key before its ${written === '' ? '=' : 'value'}.`);
  return key;
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
