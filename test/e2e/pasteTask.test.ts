import type { Page } from 'playwright-core';
import { insertInEditor, openFile, setCursor, visibleLines } from '../host/page/editor.ts';
import { until } from '../host/until.ts';
import { useWorkbench } from '../host/useWorkbench.ts';

const FILE = 'ci-cd.flow.yaml';

describe('a person pastes a shell command', () => {
  const workbench = useWorkbench({ workspace: 'examples', name: 'e2e-paste-task' });

  it('where a task may stand, and has one whose name is selected', async () => {
    const { page, screenshot } = workbench();
    await openFile(page, FILE);
    const lines = await visibleLines(page);
    const line = lines.findIndex((each) => each.startsWith('tasks:')) + 1;
    await setCursor(page, line, 'tasks:'.length + 1);
    await page.keyboard.press('Enter');
    await insertInEditor(page, '$ npm ci\n$ npm run build\n');
    await until('the task', async () => (await shown(page)).includes(task('install')));
    // What is typed next takes the place of the name.
    await page.keyboard.type('prepare');
    await until('the new name', async () => (await shown(page)).includes(task('prepare')));
    await screenshot('1-pasted');
  });
});

function task(name: string): string {
  return `tasks:\n  ${name}:\n    run: |\n      npm ci\n      npm run build\n  check:\n`;
}

async function shown(page: Page): Promise<string> {
  return (await visibleLines(page)).map((line) => line.trimEnd()).join('\n');
}
