import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { jsonSchema } from '../../../src/language/jsonSchema.ts';
import { heard } from './support/heard.ts';

describe('flow schema', () => {
  it('prints the JSON Schema of workflow files', async () => {
    const { code, stdout, stderr } = await heard(['schema'], '.');
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    assert.deepEqual(JSON.parse(stdout), jsonSchema());
  });
});
