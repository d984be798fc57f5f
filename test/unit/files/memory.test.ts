import assert from 'node:assert/strict';
import { createMemory } from '../../../src/files/memory.ts';

describe('the memory of what a disk was asked', () => {
  it('holds for a while, each thing for itself', () => {
    let time = 0;
    let looks = 0;
    const memory = createMemory(() => time, 100);
    const look = (): number => ++looks;
    assert.equal(memory.recall('a', look), 1);
    time = 99;
    assert.equal(memory.recall('a', look), 1);
    assert.equal(memory.recall('b', look), 2);
    time = 100;
    assert.equal(memory.recall('a', look), 3);
    assert.equal(memory.recall('b', look), 2);
  });

  it('holds that there was nothing, too', () => {
    let looks = 0;
    const memory = createMemory(() => 0, 100);
    const look = (): undefined => {
      looks++;
    };
    memory.recall('a', look);
    memory.recall('a', look);
    assert.equal(looks, 1);
  });
});
