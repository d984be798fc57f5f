import { readFile } from 'node:fs/promises';

export default async function countWords({ with: options, log }) {
  const text = await readFile(options.file, 'utf8');
  const [title, _author, ...lines] = text.split('\n');
  const words =
    lines
      .join('\n')
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  const ignored = new Set(options.ignore);

  const counts = new Map();
  for (const word of words) {
    if (!ignored.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  log(`${title}: ${words.length} words, ${counts.size} of them different and uncommon`);

  return {
    title,
    words: words.length,
    richness: counts.size / words.length,
    counts: Object.fromEntries(counts),
  };
}
