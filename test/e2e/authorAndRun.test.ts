import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import {
  activeEditor,
  openFile,
  setCursor,
  squiggles,
  typeInEditor,
  undo,
  visibleLines,
} from '../host/page/editor.ts';
import { notification } from '../host/page/notifications.ts';
import { outputPanel, outputText } from '../host/page/outputChannel.ts';
import { problemCount, problems } from '../host/page/problems.ts';
import { runCommand } from '../host/page/quickInput.ts';
import { statusBarItem } from '../host/page/statusBar.ts';
import { openContainer, treeItems, treeRow } from '../host/page/tree.ts';
import { webviewFrame } from '../host/page/webview.ts';
import { until } from '../host/until.ts';
import { useWorkbench } from '../host/useWorkbench.ts';

const FILE = 'complex-orchestration.flow.yaml';
const TASKS = [
  'generate_wave',
  'generate_scores',
  'generate_sensors',
  'analyze',
  'train_classifier',
  'train_regressor',
  'ensemble',
  'report',
];

describe('a person writes and runs a workflow', () => {
  const workbench = useWorkbench({ workspace: 'examples', name: 'e2e-author-and-run' });

  it('opens the example and sees no problems, and its graph beside it', async () => {
    const { page, screenshot } = workbench();
    await openFile(page, FILE);
    await problemCount(page, 0);
    await runCommand(page, 'Flow: Show Graph');
    const graph = await graphOf(page);
    await graph
      .locator('g.node')
      .nth(TASKS.length - 1)
      .waitFor();
    deepEqual((await graph.locator('g.node .name').allTextContents()).sort(), [...TASKS].sort());
    equal(await graph.locator('path.edge.cyclic').count(), 0);
    await screenshot('1-opened');
  });

  it('types a cycle and sees it at once: in the file, in the problems, red in the graph', async () => {
    const { page, screenshot, workspace } = workbench();
    await openFile(page, FILE);
    const line = lineOf(join(workspace, FILE), /^ {2}generate_wave:$/);
    await setCursor(page, line, '  generate_wave:'.length + 1);
    await typeInEditor(page, '\nneeds: report');
    await page.keyboard.press('Escape');
    const graph = await graphOf(page);
    await graph.locator('path.edge.cyclic').first().waitFor({ state: 'attached' });
    await squiggles(page, 'error').first().waitFor();
    await screenshot('2-cycle');
    const found = await problems(page);
    ok(found.length > 0);
    for (const { severity, message } of found) {
      equal(severity, 'error');
      match(message, /cycle.*→/i);
    }
    const first = found.find((problem) => problem.line === line + 1);
    match(first?.message ?? '', /generate_wave → report → .*generate_wave/);
    await screenshot('2-cycle-problems');
  });

  it('undoes it and sees everything well again', async () => {
    const { page } = workbench();
    await openFile(page, FILE);
    // As often as the typing, the auto-indent and the completion made steps of it.
    await until('the cycle to be undone', async () => {
      await undo(page);
      const lines = await visibleLines(page);
      const task = lines.indexOf('  generate_wave:');
      return task >= 0 && lines[task + 1]?.startsWith('    description:') ? true : undefined;
    });
    await problemCount(page, 0);
    const graph = await graphOf(page);
    await graph.locator('path.edge.cyclic').first().waitFor({ state: 'detached' });
    await squiggles(page, 'error').first().waitFor({ state: 'detached' });
  });

  it('runs the workflow from the palette and watches tree and graph reach completed', async () => {
    const { page, screenshot } = workbench();
    await openContainer(page, 'Flow');
    await openFile(page, FILE);
    await runCommand(page, 'Flow: Run Workflow');
    const graph = await graphOf(page);
    await graph
      .locator('g.node.completed')
      .nth(TASKS.length - 1)
      .waitFor();
    await graph.getByText(/^Completed · 8 of 8 · /).waitFor();
    await notification(page, /complex-orchestration completed/).waitFor();
    const spoken = await until('all tasks completed in the tree', async () => {
      const rows = await treeItems(page, 'Workflows');
      const tasks = rows.filter((row) => TASKS.includes(row.label));
      return tasks.length > 0 && tasks.every((row) => row.spoken.includes('completed')) ? tasks : undefined;
    });
    ok(spoken.length > 0);
    await treeRow(page, 'Workflows', 'complex-orchestration').first().waitFor();
    await screenshot('3-completed');
  });

  it('reads the report in the output channel', async () => {
    const { page, server, screenshot } = workbench();
    await runCommand(page, 'Flow: Show Output');
    await outputPanel(page).waitFor();
    const text = await until('the report', async () => {
      const written = outputText(server, 'Flow');
      return written.includes('all 8 tasks') ? written : undefined;
    });
    for (const task of TASKS) ok(text.includes(task), `the report says nothing of ${task}`);
    match(text, /Critical path/i);
    match(text, /Parallel efficiency/i);
    await screenshot('4-report');
  });

  it('clicks a task in the graph and lands on it in the file', async () => {
    const { page } = workbench();
    const graph = await graphOf(page);
    await graph.locator('g.node', { hasText: 'ensemble' }).click();
    await statusBarItem(page, /^Ln \d+, Col \d+ \(8 selected\)/).waitFor();
    const [line = ''] = await activeEditor(page)
      .locator('.view-line', { hasText: /^\s*ensemble:$/ })
      .allTextContents();
    match(line, /ensemble:/);
  });

  it('asks a task in the graph for its menu, and reads its log', async () => {
    const { page, screenshot } = workbench();
    const graph = await graphOf(page);
    await graph.locator('g.node', { hasText: 'report' }).click({ button: 'right' });
    const entry = page.locator('.context-view .action-label', { hasText: 'Show Log' });
    await entry.waitFor();
    await screenshot('5-menu');
    await entry.click();
    await page.locator('.tab.active', { hasText: 'report.log' }).waitFor();
  });
});

describe('a person runs a workflow that fails', () => {
  const workbench = useWorkbench({ workspace: 'examples', name: 'e2e-failing-run', theme: 'Light Modern' });

  it('sees what failed, why, and what was skipped, everywhere', async () => {
    const { page, server, screenshot } = workbench();
    await openContainer(page, 'Flow');
    await openFile(page, 'failures.flow.yaml');
    await problemCount(page, 0);
    await runCommand(page, 'Flow: Show Graph');
    const graph = await graphOf(page, 'failures graph');
    await graph.locator('g.node').first().waitFor();
    await openFile(page, 'failures.flow.yaml');
    await runCommand(page, 'Flow: Run Workflow');
    await notification(page, /failures failed/).waitFor({ timeout: 60_000 });
    await graph.locator('g.node.failed', { hasText: 'broken_service' }).first().waitFor();
    await graph.locator('g.node.skipped', { hasText: 'use_broken_service' }).first().waitFor();
    const failed = await until('the failed task in the tree', async () => {
      const rows = await treeItems(page, 'Workflows');
      return rows.find((row) => row.label === 'broken_service');
    });
    match(failed.spoken, /failed/);
    await screenshot('failed');
    const text = await until('the report', async () => {
      const written = outputText(server, 'Flow');
      return /failed after/.test(written) ? written : undefined;
    });
    match(text, /exit code 1/);
    match(text, /The service is down\./);
    match(text, /failures\.flow\.yaml:\d+/);
    match(text, /timed out/);
    await runCommand(page, 'Flow: Show Output');
    await screenshot('failed-report');
  });
});

function graphOf(page: Page, title = 'complex-orchestration graph'): Promise<FrameLocator> {
  return webviewFrame(page, title);
}

/** From 1, as VS Code counts. */
function lineOf(file: string, pattern: RegExp): number {
  return (
    readFileSync(file, 'utf8')
      .split('\n')
      .findIndex((line) => pattern.test(line)) + 1
  );
}
