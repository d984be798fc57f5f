import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readViewState, rememberingIn, type ViewState } from '../../../src/webview/viewState.ts';

describe('readViewState', () => {
  it('reads what was remembered', () => {
    const state = { direction: 'down', zoom: { x: 1, y: -2.5, k: 0.5 } };
    assert.deepEqual(readViewState({ ...state, file: 'file:///a.flow.yaml' }), state);
  });

  it('leaves out what it can’t use', () => {
    for (const state of [
      undefined,
      null,
      'x',
      [],
      { direction: 'up' },
      { zoom: { x: 1, y: 2 } },
      { zoom: { x: 1, y: 2, k: 0 } },
    ]) {
      assert.deepEqual(readViewState(state), {});
    }
  });
});

describe('rememberingIn', () => {
  it('changes a part, keeps the rest and forgets what is undefined', () => {
    const kept: ViewState[] = [];
    const remember = rememberingIn({ before: { direction: 'down' }, remember: (state) => kept.push(state) });
    remember({ zoom: { x: 0, y: 0, k: 1 } });
    remember({ direction: 'right' });
    remember({ zoom: undefined });
    assert.deepEqual(kept, [
      { direction: 'down', zoom: { x: 0, y: 0, k: 1 } },
      { direction: 'right', zoom: { x: 0, y: 0, k: 1 } },
      { direction: 'right' },
    ]);
  });
});
