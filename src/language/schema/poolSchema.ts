import type { MapSchema } from '../schema.ts';

export const POOL_SCHEMA: MapSchema = {
  name: 'a pool',
  keys: [
    {
      name: 'limit',
      type: { type: 'number', integer: true, minimum: 1 },
      documentation: 'How many tasks of the pool run at one time at most.',
      default: 'no limit of its own',
      examples: ['limit: 4'],
    },
    {
      name: 'rate',
      type: { type: 'rate', values: ['1/s', '10/s', '30/m', '100/h'] },
      documentation:
        'How many attempts of the pool’s tasks start at most within a second (`s`), a minute (`m`) or an hour (`h`).',
      default: 'none',
      examples: ['rate: 10/s'],
    },
  ],
};
