import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workplace } from '../cli/support/flow.ts';
import { copyOfExamples, incomplete, ran, told } from './support/exampleRuns.ts';

describe('examples: patterns', function () {
  this.timeout(60_000);
  let place: Workplace;
  before(() => {
    place = copyOfExamples();
  });
  after(() => place.remove());

  it('fan-out-fan-in counts every word of the novels', async () => {
    const run = await ran(place, 'patterns/fan-out-fan-in.flow.yaml');
    assert.deepEqual(incomplete(run), {});
    const novels = readdirSync(place.path('patterns/texts'));
    const words = novels.map((name) => {
      const [, , ...lines] = readFileSync(place.path('patterns/texts', name), 'utf8').split('\n');
      return lines.join('\n').match(/[A-Za-z]+/g)?.length;
    });
    assert.deepEqual(run.tasks.get('count')?.outputs['words'], words);
    assert.equal(run.outputs['favourites'], undefined);
    assert.equal(run.tasks.get('compare')?.outputs['richest'], 'Moby-Dick; or, The Whale');
  });

  it('secret signs with a key that is nowhere to be read afterwards', async () => {
    const key = 'open sesame 7341';
    const ended = await place.flow(['run', 'patterns/secret.flow.yaml', '--events', '-'], {
      SIGNING_KEY: key,
    }).ended;
    const run = told(ended);
    assert.deepEqual(incomplete(run), {});
    const orders = readFileSync(place.path('patterns/orders.csv'));
    assert.equal(
      run.tasks.get('sign')?.outputs['signature'],
      createHmac('sha256', key).update(orders).digest('hex'),
    );
    assert.match(ended.stdout, /Signing with the key \*\*\*/);
    const kept = readdirSync(place.path('.flow'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    assert.ok(kept.some((text) => text.includes('***')));
    for (const text of [ended.stdout, ended.stderr, ...kept]) assert.ok(!text.includes(key));
  });
});
