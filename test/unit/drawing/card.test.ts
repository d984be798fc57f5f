import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cardOf, cardSize, type Fonts } from '../../../src/drawing/card.ts';
import { nodeLabel } from '../../../src/drawing/nodeWords.ts';
import type { SceneTask } from '../../../src/drawing/scene.ts';
import type { SceneStatus } from '../../../src/drawing/status.ts';
import { estimatedWidth, fitted } from '../../../src/drawing/textWidth.ts';
import { sceneOfNeeds } from './support/scenes.ts';

/** Every character ten pixels wide. */
const fonts: Fonts = { large: (text) => text.length * 10, small: (text) => text.length * 10 };
const NOW = 1_700_000_000_000;

function task(status?: Partial<SceneStatus>, rest: Partial<SceneTask> = {}): SceneTask {
  const base = { id: 'train', needs: ['analyze', 'clean'], missing: [], stage: 1, kind: 'run' } as const;
  const full = { state: 'running', attempt: 1, maxAttempts: 3, startedAt: NOW - 4000, ...status } as const;
  return { ...base, ...(status !== undefined && { status: full }), ...rest };
}

const REUSED: SceneTask = {
  ...task(undefined, { description: 'Learns' }),
  status: { state: 'completed', attempt: 0, maxAttempts: 3, reusedFrom: 'r0' },
};

describe('cardOf', () => {
  const cases: readonly [what: string, task: SceneTask, words: object][] = [
    [
      'a task of no run',
      task(undefined, { description: 'Learns' }),
      { detail: 'Learns', time: '', attempt: '' },
    ],
    ['a running task', task({}, { description: 'Learns' }), { detail: 'Learns', time: '4 s', attempt: '' }],
    ['a second attempt', task({ attempt: 2 }), { attempt: '2/3', time: '4 s' }],
    [
      'a task to be tried again',
      task({ state: 'retrying', attempt: 2, retryAt: NOW + 2000, failure: 'exit code 75' }),
      { detail: 'exit code 75', time: 'in 2 s', attempt: '2/3' },
    ],
    [
      'a completed task',
      task({ state: 'completed', endedAt: NOW }, { description: 'Learns' }),
      { detail: 'Learns', time: '4.00 s' },
    ],
    [
      'a failed task',
      task({ state: 'failed', attempt: 3, endedAt: NOW, failure: 'exit code 1' }, { description: 'Learns' }),
      { detail: 'exit code 1', time: '4.00 s', attempt: '3/3' },
    ],
    ['a skipped task', task({ state: 'skipped', skipped: 'analyze failed' }), { detail: 'analyze failed' }],
    ['a reused result', REUSED, { detail: 'Learns', time: 'reused', attempt: '' }],
    ['unknown needs', task(undefined, { missing: ['nobody'] }), { detail: 'needs unknown nobody' }],
  ];
  for (const [what, given, words] of cases) {
    it(`says what there is to say of ${what}`, () => {
      const card = cardOf(given, false, 600, fonts, NOW);
      assert.deepEqual({ ...card, ...words }, card);
    });
  }

  it('tells a fault from a description by a class', () => {
    const failed = task({ state: 'failed', failure: 'exit code 1' });
    assert.deepEqual(cardOf(failed, false, 600, fonts).classes, ['failed', 'fault']);
    assert.deepEqual(cardOf(task(), true, 600, fonts).classes, ['cyclic', 'fault']);
  });

  it('cuts every text to its room', () => {
    const long = task(
      { state: 'completed', endedAt: NOW },
      { id: 'a'.repeat(40), description: 'b'.repeat(40) },
    );
    const card = cardOf(long, false, 200, fonts, NOW);
    assert.equal(card.name, `${'a'.repeat(12)}…`);
    assert.equal(card.detail, `${'b'.repeat(7)}…`);
    assert.equal(card.time, '4.00 s');
  });
});

describe('a failed card', () => {
  it('gives the time’s room to a failure that needs it', () => {
    const failed = (failure: string) => task({ state: 'failed', endedAt: NOW, failure });
    const { detail, time } = cardOf(failed('exit code 1'), false, 240, fonts, NOW);
    assert.deepEqual({ detail, time }, { detail: 'exit code 1', time: '4.00 s' });
    const long = cardOf(failed('ended by SIGKILL'), false, 240, fonts, NOW);
    assert.deepEqual({ detail: long.detail, time: long.time }, { detail: 'ended by SIGKILL', time: '' });
  });
});

describe('cardSize', () => {
  it('follows the longest name, within bounds', () => {
    const width = (id: string): number => cardSize(sceneOfNeeds({ [id]: [] }), fonts).width;
    assert.equal(width('a'), 184);
    assert.equal(width('a'.repeat(9)), 192);
    assert.equal(width('a'.repeat(100)), 264);
  });
});

describe('nodeLabel', () => {
  it('is all that the node shows, in one sentence', () => {
    const failed = task({ state: 'failed', attempt: 3, endedAt: NOW, failure: 'exit code 1' });
    assert.equal(
      nodeLabel(failed, false),
      'train, failed, attempt 3 of 3, exit code 1, 4.00 s, needs analyze and clean',
    );
  });

  it('tells the next attempt from the one that failed', () => {
    const retrying = task({ state: 'retrying', attempt: 2, retryAt: NOW, failure: 'exit code 75' });
    assert.equal(
      nodeLabel(retrying, false),
      'train, retrying, next attempt 2 of 3, exit code 75, needs analyze and clean',
    );
  });

  it('tells which run a reused result is of', () => {
    assert.equal(
      nodeLabel(REUSED, false),
      'train, completed, reused from run r0, needs analyze and clean, Learns',
    );
  });

  it('doesn’t change by the second', () => {
    assert.equal(nodeLabel(task({}), false), 'train, running, needs analyze and clean');
  });
});

describe('fitted', () => {
  it('keeps what fits and cuts what does not between characters', () => {
    assert.equal(fitted('short', 50, fonts.large), 'short');
    assert.equal(fitted('longer', 50, fonts.large), 'long…');
    assert.equal(fitted('two words', 60, fonts.large), 'two w…');
    assert.equal(fitted('🦊🦊🦊', 50, fonts.large), '🦊🦊…');
    assert.equal(fitted('none', 5, fonts.large), '');
  });
});

describe('estimatedWidth', () => {
  it('grows with the font and with wide characters', () => {
    assert.ok(estimatedWidth('wide', 26) === 2 * estimatedWidth('wide', 13));
    assert.ok(estimatedWidth('mmm', 13) > estimatedWidth('iii', 13));
    assert.ok(estimatedWidth('作業', 13) > estimatedWidth('ab', 13));
  });
});
