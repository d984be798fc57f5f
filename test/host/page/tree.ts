import type { Locator, Page } from 'playwright-core';

export interface TreeItem {
  readonly label: string;
  readonly description: string;
  /** 1 for the roots. */
  readonly level: number;
  /** Undefined for a leaf. */
  readonly expanded: boolean | undefined;
  /** What a screen reader says, states included. */
  readonly spoken: string;
}

/** Opens a view container by its title in the activity bar. */
export async function openContainer(page: Page, title: string): Promise<void> {
  const tab = page.locator('.activitybar').getByRole('tab', { name: title, exact: true });
  if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
}

/** A view in the side bar, by its title. */
const view = (page: Page, title: string): Locator =>
  page.locator('.pane', { has: page.locator('.pane-header').getByText(title, { exact: true }) });

/** A row of a view, by its label. */
export const treeRow = (page: Page, title: string, label: string | RegExp): Locator =>
  view(page, title).locator('.monaco-list-row', {
    has: page.locator('.label-name').getByText(label, { exact: true }),
  });

/** The rows of a view, from the top, as far as they are in view. */
export async function treeItems(page: Page, title: string): Promise<TreeItem[]> {
  const rows = await view(page, title)
    .locator('.monaco-list-row')
    .evaluateAll((elements) =>
      elements.map((element) => ({
        top: Number.parseFloat(element.style.top),
        label: element.querySelector('.label-name')?.textContent ?? '',
        description: element.querySelector('.label-description')?.textContent ?? '',
        level: Number(element.getAttribute('aria-level')),
        expanded: element.getAttribute('aria-expanded'),
        spoken: element.getAttribute('aria-label') ?? '',
      })),
    );
  return rows
    .sort((one, other) => one.top - other.top)
    .map(({ top: _, expanded, ...row }) => ({
      ...row,
      expanded: expanded === null ? undefined : expanded === 'true',
    }));
}
