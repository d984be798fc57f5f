import assert from 'node:assert/strict';
import { createAnalyses } from '../../src/editor/analyses.ts';
import { fromRange, toRange } from '../../src/editor/places.ts';
import { openWorkflow, replaceText } from './rig/workflowFile.ts';

const NOTHING = { changes: () => 0, diskChanges: () => 0 };

describe('analyses', () => {
  it('are made once for each version of a document', async () => {
    const analyses = createAnalyses(NOTHING);
    const { document } = await openWorkflow('once', 'tasks: {}\n');
    const first = analyses(document);
    assert.equal(analyses(document), first);
    await replaceText(document, 'name: other\ntasks: {}\n');
    const second = analyses(document);
    assert.notEqual(second, first);
    assert.equal(second.workflow.name?.value, 'other');
    assert.equal(analyses(document), second);
    await document.save();
  });

  it('count places as VS Code does, line endings and wide characters included', async () => {
    const text = 'name: "🚀 ü"\r\ntasks:\r\n  a: { run: exit 0 }\n  b: { run: exit 0 }\r\n';
    const { document } = await openWorkflow('places', text);
    const { lines, text: seen } = createAnalyses(NOTHING)(document);
    for (const word of ['ü', 'tasks', 'a', 'b', 'exit 0 }']) {
      const start = seen.lastIndexOf(word);
      const range = toRange(lines, { start, end: start + word.length });
      assert.equal(document.getText(range), word);
      assert.equal(document.offsetAt(range.start), start);
      assert.deepEqual(fromRange(lines, range), { start, end: start + word.length });
    }
  });
});
