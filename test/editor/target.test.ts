import assert from 'node:assert/strict';
import { Uri } from 'vscode';
import { targetOf } from '../../src/editor/target.ts';

const uri = Uri.file('/a b/x.flow.yaml');

describe('what a command is asked about', () => {
  it('is read from what VS Code passes: a URI, a node of the tree, nothing', () => {
    assert.deepEqual(targetOf(uri), { uri });
    assert.deepEqual(targetOf({ type: 'task', uri, run: 'r', task: 't', held: {} }), {
      uri,
      run: 'r',
      task: 't',
    });
    assert.deepEqual(targetOf(undefined), {});
  });

  it('is read from links and from other extensions: a URI as text or in parts', () => {
    for (const other of [String(uri), uri.toJSON(), { scheme: 'file', path: '/a b/x.flow.yaml' }]) {
      assert.equal(String(targetOf({ uri: other }).uri), String(uri));
    }
    assert.equal(String(targetOf(String(uri)).uri), String(uri));
  });

  it('is nothing where it can’t be read', () => {
    assert.deepEqual(targetOf({ uri: 7, run: {}, task: null }), {});
    assert.deepEqual(targetOf(null), {});
    assert.deepEqual(targetOf(42), {});
  });
});
