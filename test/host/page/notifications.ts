import type { Locator, Page } from 'playwright-core';

/** The notification toasts that are on the screen and say this. */
export const notification = (page: Page, text: string | RegExp): Locator =>
  page.locator('.notification-toast .notification-list-item').filter({ hasText: text });

/** Waits for a notification that says this, and presses its button. */
export async function pressInNotification(page: Page, text: string | RegExp, button: string): Promise<void> {
  await notification(page, text).getByRole('button', { name: button, exact: true }).click();
}
