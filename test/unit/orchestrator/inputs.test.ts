import { deepEqual, equal } from 'node:assert/strict';
import type { InputDefinition } from '../../../src/model/workflow.ts';
import { inputFault, resolveInputs } from '../../../src/orchestrator/inputs.ts';

describe('resolveInputs', () => {
  const definitions: Readonly<Record<string, InputDefinition>> = {
    rows: { type: 'number', default: 1000, minimum: 1, maximum: 5000 },
    title: { type: 'string' },
    fast: { type: 'boolean', default: false },
    model: { type: 'choice', options: ['forest', 'tree'], default: 'tree' },
  };

  it('types what was given and fills in defaults', () => {
    deepEqual(resolveInputs(definitions, { title: '' }), {
      inputs: { rows: 1000, title: '', fast: false, model: 'tree' },
    });
    deepEqual(resolveInputs(definitions, { title: '7', rows: ' 2.5e2 ', fast: 'true', model: 'forest' }), {
      inputs: { rows: 250, title: '7', fast: true, model: 'forest' },
    });
    deepEqual(resolveInputs({}, {}), { inputs: {} });
  });

  it('tells every fault, in one sentence each', () => {
    const faultsOf = (given: Readonly<Record<string, string>>): readonly string[] => {
      const resolved = resolveInputs(definitions, given);
      return 'faults' in resolved ? resolved.faults : [];
    };
    deepEqual(faultsOf({}), ['Input title has no default and must be given.']);
    deepEqual(faultsOf({ titel: 'a', title: 'a' }), ['The workflow has no input titel. Did you mean title?']);
    deepEqual(faultsOf({ rows: '0', fast: 'yes', model: 'bush', title: '' }), [
      'Input rows is at least 1, not 0.',
      'Input fast is true or false, not "yes".',
      'Input model is one of forest, tree, not "bush".',
    ]);
    deepEqual(resolveInputs({}, { a: '1' }), {
      faults: ["The workflow takes no inputs, so a can't be given."],
    });
    deepEqual(resolveInputs({ a: { type: 'string', default: '' } }, { toString: '1' }), {
      faults: ['The workflow has no input toString. It takes a.'],
    });
  });

  it('takes any name for an input', () => {
    const given = JSON.parse('{"__proto__": "x"}');
    const named: Readonly<Record<string, InputDefinition>> = JSON.parse('{"__proto__": {"type": "string"}}');
    equal(JSON.stringify(resolveInputs(named, given)), '{"inputs":{"__proto__":"x"}}');
  });

  it('tells numbers from other text', () => {
    const fault = (text: string): string | undefined =>
      inputFault('rows', definitions['rows'] ?? { type: 'number' }, text);
    for (const text of ['1', '5000', ' 12 ', '1.5', '1e3', '+7']) equal(fault(text), undefined);
    for (const text of ['', ' ', 'a', '1,5', '1 2', 'NaN', 'Infinity'])
      equal(fault(text), `Input rows is a number, not "${text}".`);
    equal(fault('5001'), 'Input rows is at most 5000, not 5001.');
    equal(fault('-1'), 'Input rows is at least 1, not -1.');
  });
});
