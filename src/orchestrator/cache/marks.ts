import { createHmac } from 'node:crypto';
import { canonicalJson, isJsonObject, type JsonValue } from '../../model/json.ts';
import { hashText } from './hash.ts';

/**
 * A value as a print holds it: short ones as they are, for people to read; the hash of the others; and of those that
 * hold a secret a hash with a key that doesn't leave this cache, so that nobody can try out what it might be.
 */
export type Mark = string | { readonly hash: string } | { readonly secret: string };

/** Longer ones, and those of several lines, are hashed. */
const LONGEST_TEXT = 80;

export interface Marker {
  /** Of a text. */
  text(value: string): Mark;
  /** Of a value, as JSON. */
  json(value: JsonValue): Mark;
  /** Of a name: itself, or what stands for one that holds a secret. */
  name(name: string): string;
}

/** @param key what secrets are hashed with */
export function marker(secrets: readonly string[], key: string): Marker {
  const keyed = (value: string): string => createHmac('sha256', key).update(value).digest('hex');
  const mark = (value: string, isSecret: boolean): Mark => {
    if (isSecret) return { secret: keyed(value) };
    return value.length <= LONGEST_TEXT && !value.includes('\n') ? value : { hash: hashText(value) };
  };
  return {
    text: (value) => mark(value, holdsSecret(value, secrets)),
    json: (value) => mark(canonicalJson(value), holdsSecret(value, secrets)),
    name: (name) => (holdsSecret(name, secrets) ? `*** ${keyed(name).slice(0, 16)}` : name),
  };
}

/** Whether a secret stands in any text inside a value. */
export function holdsSecret(value: JsonValue, secrets: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some((item: JsonValue) => holdsSecret(item, secrets));
  if (isJsonObject(value)) {
    return Object.entries(value).some(
      ([key, item]) => holdsSecret(key, secrets) || holdsSecret(item, secrets),
    );
  }
  const text = String(value);
  return secrets.some((secret) => secret !== '' && text.includes(secret));
}

/** A mark as text: hashes are longer than any value that a person is shown. */
export function markText(mark: Mark): string {
  if (typeof mark === 'string') return mark;
  return 'hash' in mark ? mark.hash : mark.secret;
}
