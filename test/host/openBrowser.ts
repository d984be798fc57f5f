import { type Browser, chromium } from 'playwright-core';
import { ensureChromium } from '../../scripts/setup/chromium.mjs';

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens a headless Chromium that asks nothing of the network by itself. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await ensureChromium();
  // Chromium refuses its sandbox to root, which is who runs in most containers.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...quiet, ...sandbox] });
}
