import { match } from 'node:assert/strict';
import { openFile } from '../host/page/editor.ts';
import { notification, pressInNotification } from '../host/page/notifications.ts';
import { runCommand } from '../host/page/quickInput.ts';
import { statusBarItem } from '../host/page/statusBar.ts';
import { openContainer, treeItems } from '../host/page/tree.ts';
import { until } from '../host/until.ts';
import { useWorkbench } from '../host/useWorkbench.ts';

describe('a workflow that asks a person', () => {
  const workbench = useWorkbench({ workspace: 'test/e2e/workspaces/approval', name: 'e2e-approval' });

  it('is approved in the notification, and goes on to its end', async () => {
    const { page, screenshot } = workbench();
    await openContainer(page, 'Flow');
    await openFile(page, 'release.flow.yaml');
    await runCommand(page, 'Flow: Run Workflow');
    const question = notification(page, 'release · publish_it: Publish version 1.2?');
    await question.waitFor();
    await statusBarItem(page, '1 approval').waitFor();
    await notification(page, /release: \d of/).waitFor({ state: 'hidden' });
    const row = await until('the question in the tree', async () =>
      (await treeItems(page, 'Workflows')).find(({ label }) => label === 'publish_it'),
    );
    match(row.spoken, /waiting/);
    await screenshot('1-asked');
    await pressInNotification(page, 'Publish version 1.2?', 'Approve');
    await notification(page, /release completed/).waitFor();
    await question.waitFor({ state: 'hidden' });
    await statusBarItem(page, '1 approval').waitFor({ state: 'hidden' });
    await screenshot('2-approved');
  });
});
