import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A line for those who have to explain one day what was done and who said so.
 *
 * @param {object} task
 * @param {{ file: string, entry: object }} task.with
 */
export default async function record({ with: { file, entry } }) {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
}
