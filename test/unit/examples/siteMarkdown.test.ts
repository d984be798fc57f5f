import assert from 'node:assert/strict';
import fc from 'fast-check';
import { load } from './support/load.ts';

interface Rendered {
  readonly html: string;
  readonly headings: readonly { level: number; text: string; anchor: string }[];
  readonly links: readonly string[];
}
const { renderMarkdown, splitFrontMatter } = await load<{
  renderMarkdown(markdown: string): Rendered;
  splitFrontMatter(text: string): { head: Record<string, unknown>; body: string };
}>('content/markdown.mjs');

describe('examples: Markdown', () => {
  const cases: Readonly<Record<string, readonly [string, string]>> = {
    'a heading with its anchor': ['## The shot, again', '<h2 id="the-shot-again">The shot, again</h2>'],
    paragraphs: ['one\ntwo\n\nthree', '<p>one\ntwo</p>\n<p>three</p>'],
    emphasis: ['**strong** and *soft*', '<p><strong>strong</strong> and <em>soft</em></p>'],
    'code, in which nothing is anything else': [
      '`**a** [b](c.md) <d>`',
      '<p><code>**a** [b](c.md) &lt;d&gt;</code></p>',
    ],
    'a link to another article': [
      '[water](water.md#hardness)',
      '<p><a href="water.html#hardness">water</a></p>',
    ],
    'a link to elsewhere': [
      '[a](https://a.example/?b=1&c=2)',
      '<p><a href="https://a.example/?b=1&amp;c=2">a</a></p>',
    ],
    'no link to a script': ['[a](javascript:alert(1))', '<p>[a](javascript:alert(1))</p>'],
    'a list': ['- one\n- two\n  more', '<ul>\n<li>one</li>\n<li>two\n  more</li>\n</ul>'],
    'a numbered list': ['1. one\n2. two', '<ol>\n<li>one</li>\n<li>two</li>\n</ol>'],
    'a quote': ['> one\n> two', '<blockquote>one\ntwo</blockquote>'],
    'a table': [
      '| a | b |\n| - | - |\n| 1 | *2* |',
      '<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td><em>2</em></td></tr>\n</table>',
    ],
    'fenced code, empty lines and all': [
      '```js\na < b\n\n# c\n```',
      '<pre><code>a &lt; b\n\n# c</code></pre>',
    ],
  };
  for (const [name, [markdown, html]] of Object.entries(cases)) {
    it(`renders ${name}`, () => assert.equal(renderMarkdown(markdown).html, html));
  }

  it('tells the headings and the links', () => {
    const { headings, links } = renderMarkdown('# A\n\n[b](b.md)\n\n## C d\n\n- [e](https://e.example)');
    assert.deepEqual(headings, [
      { level: 1, text: 'A', anchor: 'a' },
      { level: 2, text: 'C d', anchor: 'c-d' },
    ]);
    assert.deepEqual(links, ['b.md', 'https://e.example']);
  });

  it('takes no star in an address for emphasis', () => {
    assert.equal(renderMarkdown('**[ ](*)').html, '<p>**<a href="%2A"> </a></p>');
  });

  it('lets no HTML through, whatever is written', () => {
    const own =
      /<\/?(h[1-6]|p|ul|ol|li|blockquote|table|tr|th|td|pre|code|strong|em|a)( (id|href)="[^"<>]*")?>/g;
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<script>',
        '"',
        '](',
        '[',
        ')',
        '`',
        '```\n',
        '\n',
        '\n\n',
        '**',
        '*',
        '|',
        '> ',
        '- ',
        '# ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { html } = renderMarkdown(pieces.join(''));
        assert.doesNotMatch(html.replace(own, ''), /[<>]/);
      }),
    );
  });

  it('finds the front matter, or none', () => {
    assert.deepEqual(splitFrontMatter('---\ntitle: A: b\ntags: [c, d]\ndraft: true\n---\n\ntext\n'), {
      head: { title: 'A: b', tags: ['c', 'd'], draft: true },
      body: '\ntext\n',
    });
    assert.deepEqual(splitFrontMatter('text\n---\n'), { head: {}, body: 'text\n---\n' });
  });
});
