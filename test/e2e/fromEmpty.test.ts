import { deepEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { activeEditor, editorText, save } from '../host/page/editor.ts';
import { notification } from '../host/page/notifications.ts';
import { problemCount } from '../host/page/problems.ts';
import { runCommand } from '../host/page/quickInput.ts';
import { openSuggestions, take, write } from '../host/page/suggest.ts';
import { useWorkbench } from '../host/useWorkbench.ts';

/** What stands in the file at the end. Only names, numbers of the author's own, and commands were typed. */
const WRITTEN = `tasks:
  list:
    run: echo "count=2" >> "$FLOW_OUTPUT"
    retry_policy:
      max_attempts: 3
      initial_delay: 500ms
      retry_on: [exit_code]
  check:
    matrix: { size: [small, large] }
    run: echo "\${{ matrix.size }}"
    needs: [list]
    if: \${{ tasks.list.outputs.count }}
    priority: high
  report:
    needs: [check]
    run: echo "found \${{ tasks.list.outputs.count }}"
    timeout: 10m
finally:
  tidy:
    run: echo tidied
`;

describe('a person writes a workflow into an empty file', () => {
  const workbench = useWorkbench({ workspace: 'test/e2e/workspaces/none', name: 'e2e-from-empty' });

  it('makes the file', async () => {
    const { page } = workbench();
    await newFile(page, 'nightly.flow.yaml');
  });

  it('takes every word from the list of completions, and never goes back to indent', async () => {
    const { page, screenshot } = workbench();
    const press = (key: string): Promise<void> => page.keyboard.press(key);
    deepEqual((await openSuggestions(page)).slice(0, 3), [
      'workflow, Snippet',
      'tasks, Property',
      'name, Property',
    ]);
    await take(page, 'tasks', 'ta');
    await screenshot('1-tasks');

    await take(page, 'task');
    await write(page, 'list');
    await press('Tab');
    await write(page, 'echo "count=2" >> "$FLOW_OUTPUT"\n');
    await take(page, 'retry_policy', 'r');
    await take(page, 'max_attempts');
    await press('End');
    await write(page, '\n');
    await take(page, 'initial_delay', 'i');
    await take(page, '500ms');
    await write(page, '\n');
    await take(page, 'retry_on', 'r');
    await take(page, 'exit_code');
    await press('Tab');
    await write(page, '\n');

    await take(page, 'task-matrix', 'task-ma');
    await write(page, 'check');
    await press('Tab');
    await write(page, 'size');
    await press('Tab');
    await press('Tab');
    await press('Tab');
    await write(page, '\n');
    await take(page, 'needs', 'n');
    await take(page, 'list');
    await press('Tab');
    await write(page, '\n');
    await take(page, 'if', 'if');
    await take(page, 'tasks');
    await take(page, 'list', '.');
    await take(page, 'outputs', '.');
    await take(page, 'count', '.');
    await screenshot('2-if');
    await press('Tab');
    await write(page, '\n');
    await take(page, 'priority', 'pr');
    await take(page, 'high', 'h');
    await write(page, '\n');

    await take(page, 'task-needs', 'task-ne');
    await write(page, 'report');
    await press('Tab');
    await take(page, 'check');
    await page.keyboard.type('echo "found ${{');
    await take(page, 'tasks');
    await take(page, 'list', '.');
    await take(page, 'outputs', '.');
    await take(page, 'count', '.');
    await press('End');
    await write(page, '\n');
    await take(page, 'timeout', 'ti');
    await take(page, '10m', '1');
    await write(page, '\n');

    await take(page, 'finally', 'fi');
    await take(page, 'task');
    await write(page, 'tidy');
    await press('Tab');
    await write(page, 'echo tidied\n');
    await screenshot('3-written');
    deepEqual((await editorText(page)).trimEnd().split('\n'), WRITTEN.trimEnd().split('\n'));
  });

  it('sees no problems, runs it, and it completes', async () => {
    const { page, workspace, screenshot } = workbench();
    await problemCount(page, 0);
    await save(page);
    deepEqual(readFileSync(join(workspace, 'nightly.flow.yaml'), 'utf8').trimEnd(), WRITTEN.trimEnd());
    await runCommand(page, 'Flow: Run Workflow');
    await notification(page, /nightly completed/).waitFor();
    await screenshot('4-completed');
  });
});

/** By the explorer's button, as people do. */
async function newFile(page: Page, name: string): Promise<void> {
  await page.locator('.explorer-folders-view').hover();
  await page.getByRole('button', { name: 'New File...' }).click();
  const input = page.locator('.explorer-folders-view input');
  await input.fill(name);
  await input.press('Enter');
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await activeEditor(page).waitFor();
}
