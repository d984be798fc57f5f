import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { progressFeed } from '../../../../src/orchestrator/progress/progressFeed.ts';
import { virtualClock } from '../support/virtualClock.ts';

describe('what is told of an attempt’s progress', () => {
  it('is the first at once, then the latest every 100 ms, and nothing where nothing is new', async () => {
    const clock = virtualClock(0);
    const told: [number, number, string | undefined][] = [];
    const feed = progressFeed(clock, (fraction, message) => told.push([clock.now(), fraction, message]));
    feed.say(0.1, 'one');
    feed.say(0.2, undefined);
    feed.say(0.3, 'three');
    await clock.advance(250);
    feed.say(0.3, 'three');
    await clock.advance(250);
    feed.say(0.4, 'four');
    feed.say(0.5, 'five');
    feed.end();
    feed.say(0.6, 'too late');
    equal(clock.next, undefined);
    deepEqual(told, [
      [0, 0.1, 'one'],
      [100, 0.3, 'three'],
      [500, 0.4, 'four'],
      [500, 0.5, 'five'],
    ]);
  });

  it('never comes closer than 100 ms but at the end, and always tells the latest', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 150 }), { minLength: 1 }), async (waits) => {
        const clock = virtualClock();
        const told: { readonly at: number; readonly fraction: number }[] = [];
        const feed = progressFeed(clock, (fraction) => told.push({ at: clock.now(), fraction }));
        for (const [i, wait] of waits.entries()) {
          feed.say(i, undefined);
          await clock.advance(wait);
        }
        const before = told.length;
        feed.end();
        equal(told.at(-1)?.fraction, waits.length - 1);
        told.slice(0, before).forEach(({ at }, i) => {
          equal(i === 0 || at - (told[i - 1]?.at ?? 0) >= 100, true);
        });
      }),
    );
  });
});
