import assert from 'node:assert/strict';
import { editorText, openFile } from '../host/page/editor.ts';
import { useWorkbench } from '../host/useWorkbench.ts';

describe('a workbench', () => {
  const workbench = useWorkbench({ workspace: 'examples', name: 'e2e-workbench' });

  it('opens an example', async () => {
    const { page } = workbench();
    await openFile(page, 'diamond.flow.yaml');
    assert.match(await editorText(page), /^tasks:/m);
  });
});
