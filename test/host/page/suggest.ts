import type { Locator, Page } from 'playwright-core';
import { until } from '../until.ts';
import { focusEditor } from './editor.ts';

/** The completions that are offered, once they are. */
export const suggestions = (page: Page): Locator => widget(page).locator('.monaco-list-row');

/** The list of completions below the cursor. */
const widget = (page: Page): Locator => page.locator('.suggest-widget.visible');

/**
 * Types some letters, sees the list come by itself with this label on top, and takes it with Enter. Without letters the
 * list must have come by what was taken before. Rejects where another stands on top: nobody should have to look for it.
 */
export async function take(page: Page, label: string, typed = ''): Promise<void> {
  await focusEditor(page);
  if (typed !== '') await page.keyboard.type(typed);
  await onTop(page, label);
  await page.keyboard.press('Enter');
  await notOnTop(page, label);
}

/** Types what nobody can offer. No list is in the way of the key that comes next. */
export async function write(page: Page, text: string): Promise<void> {
  await focusEditor(page);
  await page.keyboard.type(text);
  await widget(page).waitFor({ state: 'hidden' });
}

/** Opens the list where it doesn't come by itself: in an empty file. */
export async function openSuggestions(page: Page): Promise<readonly string[]> {
  await focusEditor(page);
  await page.keyboard.press('Control+Space');
  await widget(page).locator('.monaco-list-row').first().waitFor();
  return labels(page);
}

/** The labels that are in view, from the top, each as it is spoken: `run, Property`. */
async function labels(page: Page): Promise<readonly string[]> {
  const rows = await widget(page)
    .locator('.monaco-list-row')
    .evaluateAll((elements) =>
      elements
        .map((element) => ({
          top: Number.parseFloat(element.style.top),
          label: element.getAttribute('aria-label') ?? '',
        }))
        .sort((one, other) => one.top - other.top),
    );
  return rows.map(({ label }) => label);
}

async function onTop(page: Page, label: string): Promise<void> {
  let seen: readonly string[] = [];
  await until(
    `"${label}" on top of the suggestions`,
    async () => {
      seen = await labels(page);
      return seen[0]?.startsWith(`${label}, `) === true ? true : undefined;
    },
    { within: 10_000, seen: () => `Seen: ${seen.slice(0, 6).join(' · ')}` },
  );
}

async function notOnTop(page: Page, label: string): Promise<void> {
  await until(`"${label}" to be taken`, async () => {
    const [first] = await labels(page);
    return first?.startsWith(`${label}, `) === true ? undefined : true;
  });
}
