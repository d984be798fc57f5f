import type { MapSchema } from '../schema.ts';

export const CACHE_SCHEMA: MapSchema = {
  name: 'a cache',
  keys: [
    {
      name: 'inputs',
      type: { type: 'texts', expressions: true, alone: true },
      documentation:
        'Globs, from the workflow’s folder, of the files that the task reads. When one of them is another, the task runs again. What `.gitignore` names is left out.',
      default: 'no files',
      examples: ['inputs: data/*.csv', 'inputs: [src/**/*.ts, package-lock.json]'],
    },
    {
      name: 'outputs',
      type: { type: 'texts', expressions: true, alone: true },
      documentation:
        'Globs, from the workflow’s folder, of the files that the task makes. They are kept, and restored when the task isn’t run.',
      default: 'no files',
      examples: ['outputs: [build/summary.json]'],
    },
    {
      name: 'env',
      type: { type: 'texts', expressions: false, alone: true },
      documentation:
        'Names of inherited environment variables that count. Those of `env` always do; all others are passed over.',
      default: 'none',
      examples: ['env: [NODE_ENV, CI]'],
    },
  ],
};
