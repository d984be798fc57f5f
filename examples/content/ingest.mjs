import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitFrontMatter } from './markdown.mjs';

/**
 * Which articles there are to publish, the oldest first.
 *
 * @param {object} task
 * @param {{ folder: string, drafts: boolean }} task.with
 * @param {(line: string) => void} task.log
 */
export default async function ingest({ with: { folder, drafts }, log }) {
  const articles = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => ({
      slug: file.slice(0, -3),
      ...splitFrontMatter(readFileSync(join(folder, file), 'utf8')).head,
    }))
    .sort((a, b) => a.date.localeCompare(b.date));
  const chosen = articles.filter(({ draft }) => drafts || !draft);
  log(`${chosen.length} of ${articles.length} articles are to be published`);
  return { slugs: chosen.map(({ slug }) => slug) };
}
