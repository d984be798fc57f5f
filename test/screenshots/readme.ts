/** Takes the README's pictures from the real thing: `npm run screenshots`. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openWorkbench, type Theme, type Workbench } from '../host/openWorkbench.ts';
import { openFile, setCursor, squiggles, typeInEditor } from '../host/page/editor.ts';
import { notification } from '../host/page/notifications.ts';
import { closeQuickInput, openPalette, runCommand } from '../host/page/quickInput.ts';
import { suggestions } from '../host/page/suggest.ts';
import { openContainer, treeRow } from '../host/page/tree.ts';
import { webviewFrame } from '../host/page/webview.ts';

const FOLDER = join(dirname(dirname(import.meta.dirname)), 'docs', 'images');

await picture('run', 'Dark Modern', async ({ page }) => {
  await openContainer(page, 'Flow');
  await openFile(page, 'complex-orchestration.flow.yaml');
  await runCommand(page, 'Flow: Show Graph');
  const graph = await webviewFrame(page, 'complex-orchestration graph');
  await openFile(page, 'complex-orchestration.flow.yaml');
  await runCommand(page, 'Flow: Run Workflow');
  await graph.locator('g.node.completed').nth(7).waitFor();
  await notification(page, /complex-orchestration completed/).waitFor();
  await runCommand(page, 'Notifications: Clear All Notifications');
  await setCursor(page, 54);
});

await picture(
  'writing',
  'Dark Modern',
  async ({ page }) => {
    await openFile(page, 'complex-orchestration.flow.yaml');
    await runCommand(page, 'Flow: Run Workflow');
    await notification(page, /complex-orchestration completed/).waitFor();
    await runCommand(page, 'Notifications: Clear All Notifications');
    await runCommand(page, 'View: Toggle Panel Visibility');
    await setCursor(page, 63, '      minimum_rows: 100'.length + 1);
    await typeInEditor(page, '\nrows: ${{ tasks.generate_wave.outputs.');
    await suggestions(page).first().waitFor();
  },
  // The list is what the picture is of.
  async () => {},
);

await picture('cycle', 'Dark Modern', async ({ page }) => {
  await openFile(page, 'complex-orchestration.flow.yaml');
  await runCommand(page, 'Flow: Show Graph');
  const graph = await webviewFrame(page, 'complex-orchestration graph');
  await openFile(page, 'complex-orchestration.flow.yaml');
  await setCursor(page, 43, "    description: Students' scores, each in a category".length + 1);
  await typeInEditor(page, '\nneeds: ensemble');
  await page.keyboard.press('Escape');
  await graph.locator('path.edge.cyclic').first().waitFor({ state: 'attached' });
  await squiggles(page, 'error').first().waitFor();
  await setCursor(page, 44); // back from the end of a long line
  await runCommand(page, 'Problems: Focus on Problems View');
});

await picture('failure', 'Light Modern', async ({ page }) => {
  await openContainer(page, 'Flow');
  await openFile(page, 'failures.flow.yaml');
  await runCommand(page, 'Flow: Show Graph');
  const graph = await webviewFrame(page, 'failures graph');
  await openFile(page, 'failures.flow.yaml');
  await runCommand(page, 'Flow: Run Workflow');
  await notification(page, /failures failed/).waitFor();
  await graph.locator('g.node.failed').first().waitFor();
  await setCursor(page, 40);
});

await picture('approval', 'Dark Modern', async ({ page }) => {
  await openContainer(page, 'Flow');
  await openFile(page, 'business-process.flow.yaml');
  await runCommand(page, 'Flow: Show Graph');
  const graph = await webviewFrame(page, 'business-process graph');
  await openFile(page, 'business-process.flow.yaml');
  await runCommand(page, 'Flow: Run Workflow');
  await notification(page, /Bill 5 customers/).waitFor();
  await graph.locator('g.node.waiting').waitFor();
  await treeRow(page, 'Workflows', 'approve').waitFor();
  await setCursor(page, 42);
});

async function picture(
  name: string,
  theme: Theme,
  play: (workbench: Workbench) => Promise<void>,
  calm: (workbench: Workbench) => Promise<void> = withoutCursor,
): Promise<void> {
  const workbench = await openWorkbench({
    workspace: 'examples',
    name: 'readme',
    theme,
    viewport: { width: 1440, height: 900 },
    settings: { 'editor.minimap.enabled': false, 'window.commandCenter': false },
  });
  try {
    await play(workbench);
    await calm(workbench);
    mkdirSync(FOLDER, { recursive: true });
    copyFileSync(await workbench.screenshot(name), join(FOLDER, `${name}.png`));
    console.log(`docs/images/${name}.png`);
  } finally {
    await workbench.close();
  }
}

/** So that no cursor blinks and no tooltip hangs in the picture. */
async function withoutCursor({ page }: Workbench): Promise<void> {
  await openPalette(page, '');
  await closeQuickInput(page);
  await page.mouse.move(0, 0);
}
