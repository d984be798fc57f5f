import type { Locator, Page } from 'playwright-core';
import { until } from '../until.ts';

/** The box that drops from the top of the window: palette, file picker, choices and questions. */
export const quickInput = (page: Page): Locator => page.locator('.quick-input-widget');

/** Runs a command from the palette, by its whole title, category included: `Flow: Run Workflow`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  let listed: readonly string[] = [];
  await until(
    `the command ${title}`,
    async () => {
      await openPalette(page, `>${title}`);
      if (await appears(row(page, title))) return true;
      // The palette lists what there was when it opened, and an extension's commands come after the workbench.
      listed = await choices(page);
      await closeQuickInput(page);
      return undefined;
    },
    { seen: () => `Listed: ${listed.join(', ')}` },
  );
  await pick(page, title);
}

/** Chooses the row with exactly this label in the list that is open. */
export async function pick(page: Page, label: string): Promise<void> {
  await row(page, label).click();
  await row(page, label).waitFor({ state: 'hidden' });
}

const row = (page: Page, label: string): Locator =>
  quickInput(page)
    .locator('.monaco-list-row')
    .filter({ has: page.locator('.quick-input-list-label').getByText(label, { exact: true }) })
    .first();

/** Types into the box that asks something, and confirms. */
export async function answer(page: Page, text: string): Promise<void> {
  const input = quickInput(page).locator('input.input');
  await input.waitFor();
  await input.fill(text);
  await input.press('Enter');
}

/** The labels of the rows in the list that is open, as far as they are in view. */
async function choices(page: Page): Promise<string[]> {
  await quickInput(page).waitFor();
  return quickInput(page).locator('.monaco-list-row .quick-input-list-label .label-name').allTextContents();
}

/** Closes whatever drops from the top without choosing. */
export async function closeQuickInput(page: Page): Promise<void> {
  await quickInput(page).locator('input.input').press('Escape');
  await quickInput(page).waitFor({ state: 'hidden' });
}

/** Opens the palette (F1) with this text in it: `>` before a command, nothing before a file name. */
export async function openPalette(page: Page, text: string): Promise<void> {
  const input = quickInput(page).locator('input.input');
  // Pressed again when nothing came: a webview that is just loading swallows keys.
  await until('the palette to open', async () => {
    await page.keyboard.press('F1');
    return (await appears(input)) ? true : undefined;
  });
  await input.fill(text);
}

/** Whether it comes into view within 2 s. */
const appears = (locator: Locator): Promise<boolean> =>
  locator.waitFor({ timeout: 2000 }).then(
    () => true,
    () => false,
  );
