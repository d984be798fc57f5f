import { isJsonObject, type JsonObject } from '../model/json.ts';

/** Thrown where an outputs file can't be read; the message names the line and the way out. */
export class OutputsError extends Error {
  override readonly name = 'OutputsError';
}

/**
 * Reads what a script left in its outputs file: lines `key=value`, `key<<END … END` for text of many lines
 * (GitHub's form), or one JSON object. Of a key given twice the last counts. Throws `OutputsError`.
 */
export function parseOutputs(text: string): JsonObject {
  // Windows PowerShell begins its files with a byte order mark.
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return content.trimStart().startsWith('{') ? parseObject(content) : parseLines(content);
}

function parseObject(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const place = /position (\d+)/.exec(error.message)?.[1];
    const line = text.slice(0, place === undefined ? text.length : Number(place)).split('\n').length;
    throw new OutputsError(
      `line ${line}: the file begins like a JSON object and isn't one (${error.message}). Write exactly one object, or lines key=value.`,
    );
  }
  throw new OutputsError('line 1: the JSON is no object.');
}

function parseLines(text: string): JsonObject {
  const outputs = new Map<string, string>();
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const written = lines[at] ?? '';
    // A return belongs to a line break; at the very end of the file there is none.
    const line = at < lines.length - 1 ? withoutReturn(written) : written;
    if (line.trim() === '') continue;
    const equals = line.indexOf('=');
    const opens = line.indexOf('<<');
    if (opens >= 0 && (equals < 0 || opens < equals)) {
      const marker = line.slice(opens + 2);
      const end = endOf(lines, at + 1, marker);
      if (marker === '' || end === undefined) throw new OutputsError(unended(at, line, marker));
      outputs.set(
        checkedKey(line.slice(0, opens), at),
        blockText(lines.slice(at + 1, end), line !== written),
      );
      at = end;
    } else if (equals >= 0) outputs.set(checkedKey(line.slice(0, equals), at), line.slice(equals + 1));
    else
      throw new OutputsError(
        `line ${at + 1} is neither key=value nor key<<END: ${excerpt(line)}. ${WAY_OUT}`,
      );
  }
  // As data properties of its own: a key `__proto__` is a key like any other.
  return Object.fromEntries(outputs);
}

function endOf(lines: readonly string[], from: number, marker: string): number | undefined {
  for (let at = from; at < lines.length; at++) if (withoutReturn(lines[at] ?? '') === marker) return at;
  return undefined;
}

/** The line break before the end marker isn't part of the text, nor its `\r` where the block began with one. */
function blockText(lines: readonly string[], returns: boolean): string {
  const text = lines.join('\n');
  return returns ? withoutReturn(text) : text;
}

function checkedKey(written: string, at: number): string {
  const key = written.trim();
  if (key === '') throw new OutputsError(`line ${at + 1} has no key before its value. ${WAY_OUT}`);
  return key;
}

function unended(at: number, line: string, marker: string): string {
  if (marker === '') return `line ${at + 1} names no end marker: ${excerpt(line)}. ${WAY_OUT}`;
  return `line ${at + 1} begins a text that no line ends: ${excerpt(marker)} must follow on a line of its own.`;
}

const WAY_OUT = 'Text of many lines is written as key<<END, the lines, and END on a line of its own.';

function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
