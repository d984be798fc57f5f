import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { counted, formatBytes, listed, percent, stateCounts } from '../../../src/report/amounts.ts';

describe('amounts', () => {
  it('counts in words', () => {
    assert.equal(counted(1, 'task'), '1 task');
    assert.equal(counted(0, 'task'), '0 tasks');
    assert.equal(counted(2, 'retry', 'retries'), '2 retries');
  });

  it('names the states that occur, settled ones first', () => {
    assert.equal(
      stateCounts({ running: 2, completed: 3, failed: 0, skipped: 1 }),
      '3 completed, 1 skipped, 2 running',
    );
    assert.equal(stateCounts({}), '');
  });

  it('cuts long lists with a count', () => {
    assert.equal(listed(['a', 'b'], 2), 'a, b');
    assert.equal(listed(['a', 'b', 'c', 'd'], 2), 'a, b and 2 more');
  });

  it('never rounds to all or nothing', () => {
    assert.equal(percent(1), '100%');
    assert.equal(percent(0), '0%');
    assert.equal(percent(0.99999), '99.9%');
    assert.equal(percent(0.00001), '0.1%');
    assert.equal(percent(0.875), '87.5%');
    assert.equal(percent(1 / 3), '33.3%');
  });

  it('gives bytes a unit', () => {
    assert.equal(formatBytes(512), '512 B');
    assert.equal(formatBytes(64_240_000), '64.2 MB');
    assert.equal(formatBytes(999_960), '1.0 MB');
    assert.equal(formatBytes(123_456_789_000), '123 GB');
  });
});
