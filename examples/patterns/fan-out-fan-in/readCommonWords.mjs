import { readFile } from 'node:fs/promises';

export default async function readCommonWords({ with: options }) {
  const text = await readFile(options.file, 'utf8');
  return { words: text.split(/\s+/).filter(Boolean) };
}
