import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workplace } from '../cli/support/flow.ts';
import { copyOfExamples, incomplete, ran, states } from './support/exampleRuns.ts';

describe('examples: content', function () {
  this.timeout(60_000);
  let place: Workplace;
  beforeEach(() => {
    place = copyOfExamples();
  });
  afterEach(() => place.remove());

  const site = (...names: readonly string[]) => place.path('content/build/site', ...names);

  /** Every link within the site, and whether it leads somewhere; found without the example's own code. */
  function linksOf(folder: string): ReadonlyMap<string, boolean> {
    const links = new Map<string, boolean>();
    for (const name of readdirSync(folder)) {
      for (const [, target = ''] of readFileSync(join(folder, name), 'utf8').matchAll(/ href="([^"]+)"/g)) {
        if (URL.canParse(target)) continue;
        const { pathname, hash } = new URL(target, `file:///${name}`);
        const file = join(folder, pathname);
        const there =
          existsSync(file) && (hash === '' || readFileSync(file, 'utf8').includes(` id="${hash.slice(1)}"`));
        links.set(`${name} → ${target}`, there);
      }
    }
    return links;
  }

  it('publishes a page for each article, and every link leads somewhere', async () => {
    const run = await ran(place, 'content.flow.yaml');
    assert.deepEqual(incomplete(run), {});
    assert.deepEqual(run.tasks.get('transform')?.children, [
      'transform[slug=grinding]',
      'transform[slug=water]',
      'transform[slug=espresso]',
    ]);
    assert.deepEqual(readdirSync(site()).sort(), [
      'espresso.html',
      'grinding.html',
      'index.html',
      'water.html',
    ]);
    assert.equal(run.outputs['pages'], 4);
    const links = linksOf(site());
    assert.ok(links.has('espresso.html → grinding.html#too-coarse-too-fine'));
    assert.deepEqual(
      [...links].filter(([, there]) => !there),
      [],
    );
    assert.match(
      readFileSync(site('water.html'), 'utf8'),
      /Mentioned in .*espresso\.html.*grinding\.html|Mentioned in .*grinding\.html.*espresso\.html/,
    );
    assert.ok(!existsSync(place.path('content/build/staging')));
  });

  it('publishes drafts when asked to, in the theme that was asked for', async () => {
    const run = await ran(place, 'content.flow.yaml', '--input', 'drafts=true', '--input', 'theme=dark');
    assert.equal(run.outputs['pages'], 5);
    assert.match(readFileSync(site('descaling.html'), 'utf8'), /color-scheme: dark \}/);
  });

  it('keeps the old site where a link of the new one leads nowhere', async () => {
    await ran(place, 'content.flow.yaml');
    const before = readFileSync(site('water.html'), 'utf8');
    appendFileSync(place.path('content/articles/water.md'), '\nSee [this](nowhere.md).\n');
    const run = await ran(place, 'content.flow.yaml');
    assert.equal(run.state, 'failed');
    const { failure } = run.tasks.get('publish/check_links') ?? {};
    assert.match(JSON.stringify(failure), /water\.html: nowhere\.html/);
    assert.equal(states(run)['publish/go_live'], 'skipped');
    assert.equal(states(run)['publish/tidy'], 'completed');
    assert.equal(readFileSync(site('water.html'), 'utf8'), before);
    assert.ok(!existsSync(place.path('content/build/staging')));
  });

  it('publishes nothing when an article can’t be read', async () => {
    writeFileSync(place.path('content/articles/untitled.md'), '---\ndate: 2026-01-01\n---\n\nText\n');
    const run = await ran(place, 'content.flow.yaml');
    assert.equal(states(run)['transform[slug=untitled]'], 'failed');
    assert.equal(states(run)['publish'], 'cancelled');
    assert.ok(!existsSync(site()));
  });
});
