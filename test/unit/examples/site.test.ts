import assert from 'node:assert/strict';
import { load } from './support/load.ts';

const { findBroken } = await load<{
  findBroken(pages: ReadonlyMap<string, string>): { checked: number; broken: readonly string[] };
}>('content/checkLinks.mjs');
const { likeness, wordWeights } = await load<{
  wordWeights(texts: readonly (readonly string[])[]): readonly ReadonlyMap<string, number>[];
  likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number;
}>('content/likeness.mjs');

describe('examples: links of a site', () => {
  it('are broken where the page or the heading isn’t there', () => {
    const pages = new Map([
      [
        'a.html',
        '<h2 id="x">X</h2><a href="b.html">b</a><a href="#x">x</a><a href="#y">y</a><a href="c.html">c</a>',
      ],
      ['b.html', '<a href="a.html#x">x</a><a href="a.html#z">z</a><a href="https://elsewhere.example">e</a>'],
    ]);
    assert.deepEqual(findBroken(pages), {
      checked: 6,
      broken: ['a.html: #y', 'a.html: c.html', 'b.html: a.html#z'],
    });
  });
});

describe('examples: likeness of texts', () => {
  const [coffee, espresso, bread] = wordWeights([
    ['the', 'water', 'beans', 'grinder'],
    ['the', 'water', 'beans', 'pressure'],
    ['the', 'flour', 'oven', 'water'],
  ]);

  it('is larger the more seldom words they share, and 1 with itself', () => {
    assert.ok(coffee && espresso && bread);
    assert.ok(likeness(coffee, espresso) > likeness(coffee, bread));
    assert.ok(Math.abs(likeness(coffee, coffee) - 1) < 1e-12);
  });

  it('doesn’t count words that are in all of them', () => {
    assert.ok(coffee && bread);
    assert.equal(coffee.get('the'), 0);
    assert.equal(likeness(coffee, bread), 0);
  });

  it('is 0 of a text that says nothing', () => {
    assert.ok(coffee);
    assert.equal(likeness(coffee, new Map()), 0);
  });
});
