import type { MapSchema } from '../schema.ts';

export const INPUT_SCHEMA: MapSchema = {
  name: 'an input',
  keys: [
    {
      name: 'type',
      type: {
        type: 'choice',
        values: [
          { name: 'string', documentation: 'Any text.' },
          { name: 'number', documentation: 'A number, within `minimum` and `maximum` where they are given.' },
          { name: 'boolean', documentation: '`true` or `false`.' },
          { name: 'choice', documentation: 'One of the texts in `options`.' },
          {
            name: 'file',
            documentation: 'The path of a file that is there. Expressions read it as an absolute path.',
          },
        ],
      },
      documentation: 'What may be given.',
      default: 'string',
      examples: ['type: number'],
    },
    {
      name: 'description',
      type: { type: 'text', expressions: false },
      documentation: 'What the input is for. Shown to the person who is asked for it.',
      examples: ['description: Rows in each data set'],
    },
    {
      name: 'default',
      type: { type: 'input-value' },
      documentation: 'Taken where nothing is given. An input without a default must be given.',
      examples: ['default: 1000'],
    },
    {
      name: 'options',
      type: { type: 'texts', expressions: false, alone: false },
      documentation: 'Of a `choice`: the texts to choose from.',
      examples: ['options: [small, large]'],
    },
    {
      name: 'minimum',
      type: { type: 'number', integer: false },
      documentation: 'Of a `number`: the least that may be given.',
      examples: ['minimum: 1'],
    },
    {
      name: 'maximum',
      type: { type: 'number', integer: false },
      documentation: 'Of a `number`: the most that may be given.',
      examples: ['maximum: 100000'],
    },
  ],
};
