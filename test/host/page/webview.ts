import type { FrameLocator, Page } from 'playwright-core';
import { until } from '../until.ts';

/** The document of a webview, by its panel's title. VS Code puts it two frames deep, and may hold several. */
export async function webviewFrame(page: Page, title: string): Promise<FrameLocator> {
  const outer = page.locator('iframe.webview.ready');
  return until(`the webview ${title}`, async () => {
    for (let index = 0; index < (await outer.count()); index++) {
      const inner = outer.nth(index).contentFrame().locator(`iframe#active-frame[title="${title}"]`);
      if ((await inner.count()) === 1) return inner.contentFrame();
    }
    return undefined;
  });
}
