import assert from 'node:assert/strict';
import { extensions, workspace } from 'vscode';

describe('the extension host', () => {
  it('holds the extension, and a copy of the examples is open', () => {
    assert.ok(extensions.getExtension('flow-yaml.flow-yaml'));
    assert.equal(workspace.workspaceFolders?.[0]?.name, 'examples');
  });
});
