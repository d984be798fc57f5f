import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { renderMarkdown, splitFrontMatter } from './markdown.mjs';

/**
 * One article: from Markdown to a JSON file of its HTML and of all that the next tasks want to know about it.
 *
 * @param {object} task
 * @param {{ slug: string, from: string, to: string }} task.with
 */
export default async function transform({ with: { slug, from, to } }) {
  const { head, body } = splitFrontMatter(readFileSync(from, 'utf8'));
  if (!head.title || !head.date) {
    throw Object.assign(new Error(`${from} lacks a title or a date at its top.`), { retryable: false });
  }
  const article = { slug, ...head, ...renderMarkdown(body) };
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, JSON.stringify(article));
  return { file: to, words: article.words.length };
}
