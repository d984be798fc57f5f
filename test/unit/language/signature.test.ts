import assert from 'node:assert/strict';
import { join } from 'node:path';
import { analyze } from '../../../src/language/analyze.ts';
import { signatureAt } from '../../../src/language/signature.ts';
import { testCases } from './support/caseFile.ts';

/** The call at the cursor `▮`, with what is being written of it in `« »`. */
describe('the signature at', () => {
  testCases(join(import.meta.dirname, 'signatures', 'calls.txt'), (input) => {
    const offset = input.indexOf('▮');
    assert.ok(offset >= 0, 'there is a cursor');
    const found = signatureAt(analyze(input.replace('▮', '')), offset);
    if (found === undefined) return '(nothing)';
    const { label, parameters, active, documentation } = found;
    const parameter = parameters[active];
    if (parameter === undefined) return `${label}\n${documentation}`;
    const { start, end } = parameter.range;
    const marked = `${label.slice(0, start)}«${label.slice(start, end)}»${label.slice(end)}`;
    return `${marked}\n${documentation}\n${parameter.documentation}`;
  });
});
