import { isJsonObject, type JsonValue } from '../../model/json.ts';
import { finder } from './finder.ts';
import { type MaskedStream, maskedStream } from './maskedStream.ts';
import { spellings } from './spellings.ts';

/** Puts `***` in place of secrets, however they are written down: see `spellings`. */
export interface Masker {
  text(text: string): string;
  /** All texts inside a value, keys too; a number that tells a secret becomes a text. */
  json<Value extends JsonValue>(value: Value): Value;
  /** For bytes that come piece by piece. */
  stream(): MaskedStream;
}

/** Blank secrets aren't masked. Where there are no others, everything is passed on as it is. */
export function masker(secrets: readonly string[]): Masker {
  const patterns = secrets.flatMap(spellings);
  if (patterns.length === 0) return NOTHING_TO_MASK;
  const found = finder(patterns);

  function text(given: string): string {
    const bytes = Buffer.from(given);
    const stream = maskedStream(found);
    const masked = Buffer.concat([stream.push(bytes), stream.end()]);
    // Not through bytes and back where nothing was found: half a surrogate pair would be lost.
    return masked.equals(bytes) ? given : masked.toString('utf8');
  }

  function json(value: JsonValue): JsonValue {
    if (typeof value === 'string') return text(value);
    if (typeof value === 'number') return text(String(value)) === String(value) ? value : text(String(value));
    if (Array.isArray(value)) return value.map(json);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [text(key), json(item)]));
  }

  return {
    text,
    json: <Value extends JsonValue>(value: Value) => json(value) as Value,
    stream: () => maskedStream(found),
  };
}

/** What has no secrets to hide. */
export const NOTHING_TO_MASK: Masker = {
  text: (text) => text,
  json: (value) => value,
  stream: () => ({ push: (bytes) => bytes, end: () => new Uint8Array() }),
};
