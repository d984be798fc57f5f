import assert from 'node:assert/strict';
import { whyNotRun } from '../../../src/editor/runs/mayRun.ts';

describe('what may be run', () => {
  it('is a file on a disk in a trusted workspace', () => {
    assert.equal(whyNotRun({ trusted: true, scheme: 'file' }), undefined);
  });

  it('is nothing in Restricted Mode, with the way out named', () => {
    const refusal = whyNotRun({ trusted: false, scheme: 'file' });
    assert.match(refusal?.message ?? '', /Restricted Mode/);
    assert.equal(refusal?.remedy?.command, 'workbench.trust.manage');
  });

  it('is no file that has no folder to run in', () => {
    assert.match(whyNotRun({ trusted: true, scheme: 'untitled' })?.message ?? '', /Save the workflow/);
    assert.match(whyNotRun({ trusted: true, scheme: 'vscode-vfs' })?.message ?? '', /vscode-vfs/);
  });
});
