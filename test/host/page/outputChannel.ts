import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Server } from '../startServer.ts';
import { pick, runCommand } from './quickInput.ts';

/** Brings an output channel to the screen, by its name in the list of channels. */
export async function showOutput(page: Page, channel: string): Promise<void> {
  await runCommand(page, 'Output: Show Output Channels...');
  await pick(page, channel);
  await outputPanel(page).waitFor();
}

export const outputPanel = (page: Page): Locator =>
  page.locator('.output-view-container, [id="workbench.panel.output"]').first();

/**
 * All that has been written to a channel, from the file behind it, because the panel holds only the lines in view.
 * '' while nothing was.
 */
export function outputText(server: Server, channel: string): string {
  const [file] = globSync(join(server.dataFolder, 'logs', '**', `*${channel}.log`));
  return file === undefined ? '' : readFileSync(file, 'utf8');
}
