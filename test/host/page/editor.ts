import type { Locator, Page } from 'playwright-core';
import { until } from '../until.ts';
import { openPalette, pick, quickInput, runCommand } from './quickInput.ts';

/** Opens a file of the workspace by its name (or the end of its path) and puts the cursor in it. */
export async function openFile(page: Page, path: string): Promise<void> {
  const name = path.split('/').at(-1) ?? path;
  await openPalette(page, path);
  await pick(page, name);
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await activeEditor(page).waitFor();
}

/** The text editor that has, or last had, the focus. */
export const activeEditor = (page: Page): Locator =>
  page.locator('.editor-group-container.active .monaco-editor[data-uri]').first();

/** Types at the cursor, key by key, as a person does: completion, auto-indent and auto-closing take part. */
export async function typeInEditor(page: Page, text: string): Promise<void> {
  await focusEditor(page);
  await page.keyboard.type(text);
}

/** Inserts at the cursor in one piece, as pasting does. */
export async function insertInEditor(page: Page, text: string): Promise<void> {
  await focusEditor(page);
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.keyboard.press('ControlOrMeta+V');
}

/** Puts the cursor at a line and column, both from 1, and scrolls there. */
export async function setCursor(page: Page, line: number, column = 1): Promise<void> {
  await openPalette(page, `:${line}:${column}`);
  await page.keyboard.press('Enter');
  await quickInput(page).waitFor({ state: 'hidden' });
  await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
}

/** Takes the last change back. */
export async function undo(page: Page): Promise<void> {
  await focusEditor(page);
  await page.keyboard.press('ControlOrMeta+Z');
}

export async function save(page: Page): Promise<void> {
  await runCommand(page, 'File: Save');
  await page.locator('.tab.active:not(.dirty)').waitFor();
}

/** The whole text of the active editor, by the clipboard. The cursor returns to where it was. */
export async function editorText(page: Page): Promise<string> {
  await page.evaluate("navigator.clipboard.writeText('')");
  await focusEditor(page);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+C');
  const text = await until('the copied text', async () => {
    const copied = await page.evaluate('navigator.clipboard.readText()');
    return typeof copied === 'string' && copied !== '' ? copied : undefined;
  });
  await page.keyboard.press('ControlOrMeta+U');
  return text;
}

/** The lines of the active editor that are in view, from the top. */
export async function visibleLines(page: Page): Promise<string[]> {
  const lines = await activeEditor(page)
    .locator('.view-lines .view-line')
    .evaluateAll((elements) =>
      elements
        .map((element) => ({ top: Number.parseFloat(element.style.top), text: element.textContent ?? '' }))
        .sort((one, other) => one.top - other.top),
    );
  return lines.map(({ text }) => text.replaceAll('\u00a0', ' '));
}

/** How many squiggles of this severity are in view. */
export const squiggles = (page: Page, severity: 'error' | 'warning' | 'info'): Locator =>
  activeEditor(page).locator(`.squiggly-${severity}`);

/** Gives the active editor the focus, if it has it not. */
export async function focusEditor(page: Page): Promise<void> {
  const editor = activeEditor(page);
  if (await editor.evaluate((element) => element.classList.contains('focused'))) return;
  await runCommand(page, 'View: Focus Active Editor Group');
  await editor.and(page.locator('.focused')).waitFor();
}
