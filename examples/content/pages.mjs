import { escapeHtml } from './markdown.mjs';

/** @typedef {{ slug: string, title: string, date: string, tags: string[], html: string, minutes: number, headings: { text: string, anchor: string }[], linked_from: string[], like: string[] }} Article */

/** @param {Article} article @param {readonly Article[]} all @param {string} theme */
export function articlePage(article, all, theme) {
  const link = (slug) =>
    `<a href="${slug}.html">${escapeHtml(all.find((each) => each.slug === slug).title)}</a>`;
  const contents = article.headings.map(({ text, anchor }) => `<a href="#${anchor}">${escapeHtml(text)}</a>`);
  return page(
    article.title,
    theme,
    `<h1>${escapeHtml(article.title)}</h1>
<p class="small">${byline(article)} · ${contents.join(' · ')}</p>
${article.html}
<footer class="small">
<p>Read next: ${article.like.map(link).join(', ')}</p>
${article.linked_from.length > 0 ? `<p>Mentioned in ${article.linked_from.map(link).join(', ')}</p>` : ''}
<p><a href="index.html">All articles</a></p>
</footer>`,
  );
}

/** @param {readonly Article[]} articles @param {string} theme */
export function indexPage(articles, theme) {
  const newestFirst = [...articles].reverse();
  const items = newestFirst.map(
    (article) => `<li><a href="${article.slug}.html">${escapeHtml(article.title)}</a>
<span class="small">${byline(article)}</span></li>`,
  );
  return page(
    'Coffee, written down',
    theme,
    `<h1>Coffee, written down</h1>\n<ul>\n${items.join('\n')}\n</ul>`,
  );
}

const byline = ({ date, minutes, tags }) => `${date} · ${minutes} min · ${tags.map(escapeHtml).join(', ')}`;

/** The browser's own colours, so that each theme can be read. */
function page(title, theme, body) {
  const scheme = theme === 'auto' ? 'light dark' : theme;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>
:root { color-scheme: ${scheme} }
body { max-width: 38rem; margin: 3rem auto; padding: 0 1rem; font: 1.05rem/1.6 system-ui, sans-serif }
.small { font-size: 0.85rem; opacity: 0.75 }
pre, blockquote, th, td { border: 1px solid #8885; padding: 0.4rem 0.8rem }
pre { overflow-x: auto } table { border-collapse: collapse }
</style>
</head>
<body>
${body}
</body>
</html>
`;
}
