import { deepEqual, equal } from 'node:assert/strict';
import type { InputDefinition } from '../../../src/model/workflow.ts';
import type { InputFiles } from '../../../src/orchestrator/inputFiles.ts';
import { inputFault, resolveInputs, resolveValues } from '../../../src/orchestrator/inputs.ts';

const FILES: InputFiles = {
  givenFolder: '/here',
  workflowFolder: '/flows',
  isFile: (path) => ['/here/a.csv', '/flows/b.csv', '/else/c.csv'].includes(path),
};

describe('resolveInputs', () => {
  const definitions: Readonly<Record<string, InputDefinition>> = {
    rows: { type: 'number', default: 1000, minimum: 1, maximum: 5000 },
    title: { type: 'string' },
    fast: { type: 'boolean', default: false },
    model: { type: 'choice', options: ['forest', 'tree'], default: 'tree' },
  };

  it('types what was given and fills in defaults', () => {
    deepEqual(resolveInputs(definitions, { title: '' }, FILES), {
      inputs: { rows: 1000, title: '', fast: false, model: 'tree' },
    });
    deepEqual(
      resolveInputs(definitions, { title: '7', rows: ' 2.5e2 ', fast: 'true', model: 'forest' }, FILES),
      {
        inputs: { rows: 250, title: '7', fast: true, model: 'forest' },
      },
    );
    deepEqual(resolveInputs({}, {}, FILES), { inputs: {} });
  });

  it('tells every fault, in one sentence each', () => {
    const faultsOf = (given: Readonly<Record<string, string>>): readonly string[] => {
      const resolved = resolveInputs(definitions, given, FILES);
      return 'faults' in resolved ? resolved.faults : [];
    };
    deepEqual(faultsOf({}), ['Input title has no default and must be given.']);
    deepEqual(faultsOf({ titel: 'a', title: 'a' }), ['The workflow has no input titel. Did you mean title?']);
    deepEqual(faultsOf({ rows: '0', fast: 'yes', model: 'bush', title: '' }), [
      'Input rows is at least 1, not 0.',
      'Input fast is true or false, not "yes".',
      'Input model is one of forest, tree, not "bush".',
    ]);
    deepEqual(resolveInputs({}, { a: '1' }, FILES), {
      faults: ["The workflow takes no inputs, so a can't be given."],
    });
    deepEqual(resolveInputs({ a: { type: 'string', default: '' } }, { toString: '1' }, FILES), {
      faults: ['The workflow has no input toString. It takes a.'],
    });
  });

  it('takes any name for an input', () => {
    const given = JSON.parse('{"__proto__": "x"}');
    const named: Readonly<Record<string, InputDefinition>> = JSON.parse('{"__proto__": {"type": "string"}}');
    equal(JSON.stringify(resolveInputs(named, given, FILES)), '{"inputs":{"__proto__":"x"}}');
  });

  it('tells numbers from other text', () => {
    const fault = (text: string): string | undefined =>
      inputFault('rows', definitions['rows'] ?? { type: 'number' }, text, FILES);
    for (const text of ['1', '5000', ' 12 ', '1.5', '1e3', '+7']) equal(fault(text), undefined);
    for (const text of ['', ' ', 'a', '1,5', '1 2', 'NaN', 'Infinity'])
      equal(fault(text), `Input rows is a number, not "${text}".`);
    equal(fault('5001'), 'Input rows is at most 5000, not 5001.');
    equal(fault('-1'), 'Input rows is at least 1, not -1.');
  });
});

describe('an input of the type file', () => {
  const definitions: Readonly<Record<string, InputDefinition>> = {
    data: { type: 'file' },
    more: { type: 'file', default: 'b.csv' },
  };

  it('is found from where it is given, its default from the workflow, and becomes absolute', () => {
    for (const [given, path] of [
      ['a.csv', '/here/a.csv'],
      ['../here/./a.csv', '/here/a.csv'],
      ['/else/c.csv', '/else/c.csv'],
    ] as const) {
      deepEqual(resolveInputs(definitions, { data: given }, FILES), {
        inputs: { data: path, more: '/flows/b.csv' },
      });
    }
  });

  it('must be there', () => {
    deepEqual(resolveInputs(definitions, { data: 'b.csv', more: ' ' }, FILES), {
      faults: [
        'Input data is the path of a file, and /here/b.csv is none.',
        'Input more is the path of a file, and nothing is given.',
      ],
    });
    equal(inputFault('data', { type: 'file' }, 'a.csv', FILES), undefined);
    equal(
      inputFault('data', { type: 'file' }, 'x', FILES),
      'Input data is the path of a file, and /here/x is none.',
    );
  });
});

describe('resolveValues', () => {
  const definitions: Readonly<Record<string, InputDefinition>> = {
    rows: { type: 'number', default: 10, maximum: 100 },
    title: { type: 'string', default: '' },
    fast: { type: 'boolean', default: false },
    model: { type: 'choice', options: ['1', 'tree'], default: 'tree' },
  };

  it('types what JSON says', () => {
    for (const [values, expected] of [
      [{ rows: 5 }, { rows: 5 }],
      [{ rows: '5' }, { rows: 5 }],
      [{ rows: null, title: null }, {}],
      [{ title: 1.5 }, { title: '1.5' }],
      [{ title: true }, { title: 'true' }],
      [{ title: { a: [1] } }, { title: '{"a":[1]}' }],
      [{ fast: true }, { fast: true }],
      [{ fast: 'true' }, { fast: true }],
      [{ model: 1 }, { model: '1' }],
    ] as const) {
      deepEqual(resolveValues(definitions, values, FILES), {
        inputs: { rows: 10, title: '', fast: false, model: 'tree', ...expected },
      });
    }
  });

  it('tells what none of them can be', () => {
    deepEqual(resolveValues(definitions, { rows: [5], fast: 1, model: {}, else: 1 }, FILES), {
      faults: [
        'The workflow has no input else. It takes rows, title, fast, model.',
        'Input rows is a number, not "[5]".',
        'Input fast is true or false, not "1".',
        'Input model is one of 1, tree, not "{}".',
      ],
    });
    deepEqual(resolveValues({ need: { type: 'string' } }, { need: null }, FILES), {
      faults: ['Input need has no default and must be given.'],
    });
    deepEqual(resolveValues(definitions, { rows: 101 }, FILES), {
      faults: ['Input rows is at most 100, not 101.'],
    });
  });
});
