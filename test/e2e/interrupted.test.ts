import { equal, match } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from '../host/page/editor.ts';
import { notification, pressInNotification } from '../host/page/notifications.ts';
import { runCommand } from '../host/page/quickInput.ts';
import { statusBarItem } from '../host/page/statusBar.ts';
import { openContainer, treeItems, treeRow } from '../host/page/tree.ts';
import { until } from '../host/until.ts';
import { useWorkbench } from '../host/useWorkbench.ts';

describe('a window that goes away while a workflow runs', () => {
  const workbench = useWorkbench({ workspace: 'test/e2e/workspaces/slow', name: 'e2e-interrupted' });

  it('stops the tasks, shows the run as interrupted when it is back, and goes on with it when asked to', async () => {
    const { page, workspace, screenshot, reload } = workbench();
    await openContainer(page, 'Flow');
    await openFile(page, 'slow.flow.yaml');
    await runCommand(page, 'Flow: Run Workflow');
    await statusBarItem(page, 'Flow 0/2').waitFor();
    const pidFile = join(workspace, 'pid');
    const pid = await until('the task to say its pid', async () =>
      existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) || undefined : undefined,
    );
    await reload();
    await until('the task to be stopped', async () => (isAlive(pid) ? undefined : true));
    await openContainer(page, 'Flow');
    const workflow = treeRow(page, 'Workflows', 'slow');
    await workflow.click();
    await page.keyboard.press('ArrowRight');
    const run = await until('the interrupted run', async () => {
      const rows = await treeItems(page, 'Workflows');
      return rows.find(({ level, spoken }) => level === 2 && spoken.includes('interrupted'));
    });
    match(run.spoken, /interrupted/);
    await screenshot('interrupted');
    await pressInNotification(page, 'The run of slow was interrupted: 0 of 2 tasks had completed.', 'Resume');
    const next = await until('the task to run again', async () => {
      const now = Number(readFileSync(pidFile, 'utf8'));
      return now !== pid && now !== 0 ? now : undefined;
    });
    await statusBarItem(page, 'Flow 0/2').waitFor();
    await screenshot('resumed');
    await runCommand(page, 'Flow: Cancel Run');
    await until('the task to be stopped', async () => (isAlive(next) ? undefined : true));
    await notification(page, /slow was cancelled/).waitFor();
    await screenshot('cancelled');
  });
});

describe('a folder that is not trusted', () => {
  const workbench = useWorkbench({
    workspace: 'test/e2e/workspaces/slow',
    name: 'e2e-restricted',
    trusted: false,
    settings: { 'security.workspace.trust.startupPrompt': 'never' },
  });

  it('can be written in, but runs nothing and says why', async () => {
    const { page, workspace, screenshot } = workbench();
    await openFile(page, 'slow.flow.yaml');
    await statusBarItem(page, 'Restricted Mode').waitFor();
    for (const command of ['Flow: Run Workflow', 'Flow: Run Task…', 'Flow: Run From Here']) {
      await runCommand(page, command);
      await notification(page, /trust/i).waitFor();
      await screenshot('restricted');
      await runCommand(page, 'Notifications: Clear All Notifications');
      await notification(page, /trust/i).waitFor({ state: 'hidden' });
    }
    equal(existsSync(join(workspace, 'pid')), false);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'));
  } catch {
    return false;
  }
}

describe('a folder without a workflow', () => {
  const workbench = useWorkbench({ workspace: 'test/e2e/workspaces/none', name: 'e2e-none' });

  it('is told what a workflow is, and how to begin one', async () => {
    const { page, screenshot } = workbench();
    await openContainer(page, 'Flow');
    await page.getByRole('button', { name: 'New Workflow…' }).first().waitFor();
    await page.getByText('A workflow is a file named').first().waitFor();
    await screenshot('none');
  });
});
