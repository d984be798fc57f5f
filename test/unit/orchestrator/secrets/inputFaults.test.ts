import { deepEqual, equal } from 'node:assert/strict';
import { secretInputFaults } from '../../../../src/orchestrator/secrets/inputFaults.ts';

describe('secrets in inputs', () => {
  it('are told, by the names of both, however they are written', () => {
    const secrets = { TOKEN: 'hunter2-long', OTHER: 'elsewhere' };
    const faults = secretInputFaults(
      { a: 'x hunter2-long', b: btoa('hunter2-long'), c: 'fine', d: 7 },
      secrets,
    );
    equal(faults.length, 2);
    deepEqual(
      faults.map((fault) => /^Input (\w) holds the value of the secret (\w+)/.exec(fault)?.slice(1)),
      [
        ['a', 'TOKEN'],
        ['b', 'TOKEN'],
      ],
    );
    equal(
      faults.some((fault) => fault.includes('hunter2')),
      false,
    );
    deepEqual(secretInputFaults({ a: 'x' }, {}), []);
  });
});
