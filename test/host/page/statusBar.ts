import type { Locator, Page } from 'playwright-core';

/** An entry of the status bar that shows this text. */
export const statusBarItem = (page: Page, text: string | RegExp): Locator =>
  page.locator('.statusbar-item').filter({ hasText: text });
