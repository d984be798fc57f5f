import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articlePage, indexPage } from './pages.mjs';

/**
 * Writes the site: a page for each article, and one that leads to all of them.
 *
 * @param {object} task
 * @param {{ articles: string, to: string, theme: string }} task.with  `articles` as `enrich` leaves them
 */
export default async function render({ with: { articles: file, to, theme } }) {
  const articles = JSON.parse(readFileSync(file, 'utf8'));
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, 'index.html'), indexPage(articles, theme));
  for (const article of articles) {
    writeFileSync(join(to, `${article.slug}.html`), articlePage(article, articles, theme));
  }
  return { folder: to, pages: articles.length + 1 };
}
