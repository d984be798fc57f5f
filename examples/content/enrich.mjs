// What no article knows by itself: how long it takes to read, which others link to it, which others are like it.

import { readFileSync, writeFileSync } from 'node:fs';
import { likeness, wordWeights } from './likeness.mjs';

const WORDS_A_MINUTE = 200;

/**
 * @param {object} task
 * @param {{ files: string[], to: string }} task.with  `files` as `transform` leaves them
 */
export default async function enrich({ with: { files, to } }) {
  const articles = files.map((file) => JSON.parse(readFileSync(file, 'utf8')));
  const weights = wordWeights(articles.map(({ words }) => words));
  const enriched = articles.map(({ words, ...article }, index) => ({
    ...article,
    minutes: Math.max(1, Math.round(words.length / WORDS_A_MINUTE)),
    linked_from: articles
      .filter(({ links }) => links.some((link) => leadsTo(link, article.slug)))
      .map(({ slug }) => slug),
    like: articles
      .map(({ slug }, other) => ({ slug, likeness: likeness(weights[index], weights[other]) }))
      .filter(({ slug }) => slug !== article.slug)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, 2)
      .map(({ slug }) => slug),
  }));
  writeFileSync(to, JSON.stringify(enriched, null, 2));
  return { file: to, articles: enriched.length };
}

const leadsTo = (link, slug) => link === `${slug}.md` || link.startsWith(`${slug}.md#`);
