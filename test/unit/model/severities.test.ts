import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DEFAULT_SEVERITIES, type Diagnostic } from '../../../src/model/diagnostic.ts';
import { SEVERITY_LEVELS, withSeverities } from '../../../src/model/severities.ts';

const RANGE = { start: 0, end: 1 };
const WARNING: Diagnostic = {
  code: 'duplicate-need',
  severity: 'warning',
  message: 'Twice.',
  range: RANGE,
  related: [],
};
const ERROR: Diagnostic = { ...WARNING, code: 'cycle', severity: 'error' };

describe('severities that a person chooses', () => {
  it('are those that the setting in package.json offers, for every code', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    const setting = manifest.contributes.configuration.properties['flow.diagnostics.severity'];
    assert.deepEqual(setting.propertyNames.enum, Object.keys(DEFAULT_SEVERITIES));
    assert.deepEqual(setting.additionalProperties.enum, SEVERITY_LEVELS);
  });

  it('hold for warnings of that code', () => {
    assert.deepEqual(withSeverities([WARNING], { 'duplicate-need': 'error' }), [
      { ...WARNING, severity: 'error' },
    ]);
    assert.deepEqual(withSeverities([WARNING], { 'duplicate-need': 'off' }), []);
    assert.deepEqual(withSeverities([WARNING], { cycle: 'off' }), [WARNING]);
  });

  it('leave errors errors', () => {
    for (const level of SEVERITY_LEVELS) assert.deepEqual(withSeverities([ERROR], { cycle: level }), [ERROR]);
  });
});
