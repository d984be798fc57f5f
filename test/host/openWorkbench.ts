import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { copyWorkspace } from './copyWorkspace.ts';
import { openBrowser } from './openBrowser.ts';
import { type Server, startServer } from './startServer.ts';
import { workbenchAddress } from './workbenchAddress.ts';

export interface WorkbenchOptions {
  /** The folder to open, absolute or relative to the project. A fresh copy of it is opened, never the folder itself. */
  readonly workspace: string;
  readonly theme?: Theme;
  /** User settings, beside the ones that keep a fresh VS Code quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Device pixels per CSS pixel: 2 for sharp pictures. Default 1. */
  readonly scale?: number;
  /** False for VS Code's own workspace trust: an unknown folder opens in Restricted Mode. Default true. */
  readonly trusted?: boolean;
  /** The extension's folder. Default: the project. */
  readonly extension?: string;
  /** Where screenshots, the server's log and traces go: `artefacts/<name>/`. Default: `workbench`. */
  readonly name?: string;
}

export type Theme = 'Dark Modern' | 'Light Modern' | 'Default High Contrast' | 'Default High Contrast Light';

export interface Workbench {
  readonly page: Page;
  readonly server: Server;
  /** The copy that is open, absolute. */
  readonly workspace: string;
  /** `artefacts/<name>/`, absolute. */
  readonly artefacts: string;
  /** Takes a picture of the whole window as `<name>.png` among the artefacts; resolves to its path. */
  screenshot(name: string): Promise<string>;
  /** Loads the window again, as *Developer: Reload Window* does, and waits until it stands. */
  reload(): Promise<void>;
  /** Closes everything and removes the copy. With a `trace` name, what happened is kept as `<trace>.zip` (Playwright's trace viewer). */
  close(options?: { readonly trace?: string | undefined }): Promise<void>;
}

const project = dirname(dirname(import.meta.dirname));

/** Opens the project's extension in a VS Code of its own, in Chromium, and resolves when the workbench stands. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const artefacts = join(project, 'artefacts', options.name ?? 'workbench');
  mkdirSync(artefacts, { recursive: true });
  const workspace = copyWorkspace(resolve(project, options.workspace));

  const server = await startServer({
    trusted: options.trusted ?? true,
    installed: options.extension ?? project,
    settings: { 'workbench.colorTheme': options.theme ?? 'Dark Modern', ...options.settings },
    logFile: join(artefacts, 'server.log'),
  });
  const browser = await openBrowser();
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1440, height: 900 },
    deviceScaleFactor: options.scale ?? 1,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await context.tracing.start({ screenshots: true, snapshots: true });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();

  const screenshot = async (name: string): Promise<string> => {
    const path = join(artefacts, `${name}.png`);
    await page.screenshot({ path });
    return path;
  };
  const close: Workbench['close'] = async ({ trace } = {}) => {
    await context.tracing.stop(trace === undefined ? {} : { path: join(artefacts, `${trace}.zip`) });
    await browser.close();
    await server.stop();
    workspace.remove();
  };

  try {
    await page.goto(workbenchAddress({ authority: server.authority, workspace: workspace.path }));
    await stands(page);
  } catch (error) {
    await screenshot('failed-to-open');
    await close();
    throw error;
  }
  const reload = async (): Promise<void> => {
    await page.reload();
    await stands(page);
  };
  return { page, server, workspace: workspace.path, artefacts, screenshot, reload, close };
}

/** The status bar's count of problems is among the last things to come, when the rest is restored. */
async function stands(page: Page): Promise<void> {
  await page.locator('[id="status.problems"]').waitFor();
}
