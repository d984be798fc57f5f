import assert from 'node:assert/strict';
import {
  type CodeLens,
  ConfigurationTarget,
  commands,
  type InlayHint,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { COMMANDS } from '../../../src/editor/names/commands.ts';
import type { Settings } from '../../../src/editor/names/settings.ts';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import { flowApi } from '../rig/flowApi.ts';
import { openWorkflow } from '../rig/workflowFile.ts';

const TEXT = `name: hints
tasks:
  test:
    matrix: { os: [linux, mac] }
    run: echo one
  last:
    needs: test
    retry_policy: { max_attempts: 2 }
    run: echo two
`;

describe('inlay hints and lenses', () => {
  let document: TextDocument;

  before(async () => {
    const { runs } = await flowApi();
    ({ document } = await openWorkflow('hints', TEXT));
    const held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, document.uri);
    assert.equal((await runs.finished(held)).state, 'completed');
  });

  it('count the instances of a matrix, and leave the rest to those who ask for it', async () => {
    assert.deepEqual(await hints(), [[3, '× 2']]);
  });

  it('tell durations and defaults where settings say so', async () => {
    const restore = [
      await set('flow.inlayHints.duration', true),
      await set('flow.inlayHints.defaults', true),
    ];
    const shown = await hints();
    for (const undo of restore) await undo();
    const durations = shown.filter(([line]) => line === 2 || line === 5).map(([, text]) => text);
    assert.equal(durations.length, 2);
    for (const text of durations) assert.match(String(text), /^[\d.]+ m?s$/);
    const others = shown.filter(([line]) => line !== 2 && line !== 5);
    assert.deepEqual(others, [
      [3, '× 2'],
      [4, 'shell: sh'],
      [7, 'initial_delay: 1s, backoff_factor: 2, max_delay: 1m, jitter: true'],
      [8, 'shell: sh'],
    ]);
  });

  it('tell how the workflow and each task went, and lead to its log', async () => {
    const outcomes = (await lenses()).filter(({ command }) => command?.title.includes('completed in'));
    assert.deepEqual(
      outcomes.map(({ range, command }) => [range.start.line, command?.command]),
      [
        [0, COMMANDS.showReport],
        // An instance writes logs, the matrix itself none.
        [2, COMMANDS.showReport],
        [5, COMMANDS.showLog],
      ],
    );
    const [, , log] = outcomes;
    assert.match(log?.command?.title ?? '', /^\$\(pass\) completed in [\d.]+ m?s · \S+/);
    await commands.executeCommand(log?.command?.command ?? '', ...(log?.command?.arguments ?? []));
    assert.equal(window.activeTextEditor?.document.getText(), 'two\n');
  });

  it('are taken away by settings', async () => {
    const outcome = await set('flow.codeLens.outcome', false);
    assert.ok((await lenses()).every(({ command }) => !command?.title.includes('completed')));
    const run = await set('flow.codeLens.run', false);
    assert.deepEqual(await lenses(), []);
    await outcome();
    await run();
  });

  async function hints(): Promise<readonly (readonly [number, unknown])[]> {
    const all = new Range(0, 0, document.lineCount, 0);
    const found = await commands.executeCommand<InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      all,
    );
    return found
      .toSorted((a, b) => a.position.compareTo(b.position))
      .map(({ position, label }) => [position.line, label]);
  }

  async function lenses(): Promise<readonly CodeLens[]> {
    const found = await commands.executeCommand<CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      100,
    );
    return found.toSorted((a, b) => a.range.start.compareTo(b.range.start));
  }
});

/** Resolves with what puts the setting back. */
async function set<Key extends keyof Settings>(key: Key, value: Settings[Key]): Promise<() => Promise<void>> {
  await workspace.getConfiguration().update(key, value, ConfigurationTarget.Global);
  return async () => workspace.getConfiguration().update(key, undefined, ConfigurationTarget.Global);
}
