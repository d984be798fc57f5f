/**
 * The Markdown that the articles are written in, as HTML: headings, paragraphs, lists, quotes, tables, code, links,
 * emphasis. Whatever is text stays text: no HTML gets through.
 *
 * @param {string} markdown
 * @returns {{ html: string, headings: Heading[], links: string[], words: string[] }}
 *
 * @typedef {{ level: number, text: string, anchor: string }} Heading
 */
export function renderMarkdown(markdown) {
  const headings = [];
  const links = [];
  const inline = (text) => renderInline(text, links);
  const html = blocksOf(markdown).map((lines) => {
    const block = lines.join('\n');
    const heading = /^(#{1,6}) (.*)$/.exec(block);
    if (heading) {
      const [, { length: level }, text] = heading;
      const anchor = anchorOf(text);
      headings.push({ level, text, anchor });
      return `<h${level} id="${anchor}">${inline(text)}</h${level}>`;
    }
    if (block.startsWith('```'))
      return `<pre><code>${escapeHtml(lines.slice(1, -1).join('\n'))}</code></pre>`;
    if (block.startsWith('> ')) return `<blockquote>${inline(block.replace(/^> ?/gm, ''))}</blockquote>`;
    if (block.startsWith('|')) return table(lines, inline);
    if (/^- /.test(block)) return list('ul', block.split(/\n?^- /m), inline);
    if (/^\d+\. /.test(block)) return list('ol', block.split(/\n?^\d+\. /m), inline);
    return `<p>${inline(block)}</p>`;
  });
  const words = markdown.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return { html: html.join('\n'), headings, links, words };
}

/** Front matter between two lines `---`, and the rest. @param {string} text */
export function splitFrontMatter(text) {
  const [, head = '', body = text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const entries = head.split('\n').map((line) => {
    const [, key, value = ''] = /^(\w+): *(.*)$/.exec(line) ?? [];
    const list = /^\[(.*)\]$/.exec(value)?.[1].split(/, */);
    return [key, list ?? (value === 'true' ? true : value)];
  });
  return { head: Object.fromEntries(entries.filter(([key]) => key)), body };
}

/** As a link names a heading: `## The shot` is `#the-shot`. @param {string} heading */
export const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');

/** @param {string} text */
export const escapeHtml = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Blocks are parted by empty lines, but for those inside of fenced code. */
function blocksOf(markdown) {
  const blocks = [[]];
  let fenced = false;
  for (const line of markdown.split('\n')) {
    if (line === '' && !fenced) blocks.push([]);
    else blocks[blocks.length - 1].push(line);
    if (line.startsWith('```')) fenced = !fenced;
  }
  return blocks.filter((lines) => lines.length > 0);
}

/** Code is cut out first: nothing in it is anything else. */
function renderInline(text, links) {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => {
      if (/^`[^`]+`$/.test(part)) return `<code>${escapeHtml(part.slice(1, -1))}</code>`;
      return escapeHtml(part)
        .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (whole, label, target) => {
          // `javascript:` and the like are no places.
          if (/^[a-z][a-z0-9+.-]*:/i.test(target) && !/^(https?|mailto):/i.test(target)) return whole;
          links.push(target);
          // A star in an address is no emphasis.
          const address = target.replace(/\.md(?=#|$)/, '.html').replaceAll('*', '%2A');
          return `<a href="${address}">${label}</a>`;
        })
        .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
        .replace(/\*([^*]+)\*/g, '<em>$1</em>');
    })
    .join('');
}

function list(tag, items, inline) {
  const lines = items.filter((item) => item !== '').map((item) => `<li>${inline(item)}</li>`);
  return `<${tag}>\n${lines.join('\n')}\n</${tag}>`;
}

function table([head, , ...rows], inline) {
  const line = (tag, row) => {
    const cells = row.split('|').slice(1, -1);
    return `<tr>${cells.map((cell) => `<${tag}>${inline(cell.trim())}</${tag}>`).join('')}</tr>`;
  };
  return `<table>\n${[line('th', head), ...rows.map((row) => line('td', row))].join('\n')}\n</table>`;
}
