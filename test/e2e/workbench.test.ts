import { equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorText, insertInEditor, openFile, save, setCursor } from '../host/page/editor.ts';
import { pressInNotification } from '../host/page/notifications.ts';
import { outputText, showOutput } from '../host/page/outputChannel.ts';
import { answer, runCommand } from '../host/page/quickInput.ts';
import { useWorkbench } from '../host/useWorkbench.ts';

describe('a workbench', () => {
  const workbench = useWorkbench({ workspace: 'examples', name: 'e2e-workbench' });

  it('opens a file, takes what is inserted, and saves it', async () => {
    const { page, workspace } = workbench();
    await openFile(page, 'patterns/diamond.flow.yaml');
    const before = await editorText(page);
    match(before, /^tasks:/m);
    await setCursor(page, 1);
    await insertInEditor(page, '# inserted\n');
    await save(page);
    equal(readFileSync(join(workspace, 'patterns', 'diamond.flow.yaml'), 'utf8'), `# inserted\n${before}`);
  });

  it('answers what a command asks', async () => {
    const { page } = workbench();
    await runCommand(page, 'Flow: New Workflow…');
    await answer(page, 'asked');
    await page.locator('.tab.active[data-resource-name="asked.flow.yaml"]').waitFor();
  });

  it('presses a button of a notification', async () => {
    const { page, server } = workbench();
    await openFile(page, 'patterns/diamond.flow.yaml');
    await runCommand(page, 'Flow: Run Workflow');
    await pressInNotification(page, /diamond completed/, 'Show Report');
    await page
      .locator('.tab.active')
      .getByText(/report/i)
      .first()
      .waitFor();
    await showOutput(page, 'Flow');
    ok(outputText(server, 'Flow').includes('diamond completed'));
  });
});
