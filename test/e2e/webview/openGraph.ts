import { randomUUID } from 'node:crypto';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { buildOptions } from '../../../scripts/build/buildOptions.mjs';
import { graphHtml } from '../../../src/webview/html.ts';
import { type HostMessage, readViewMessage, type ViewMessage } from '../../../src/webview/protocol.ts';
import { type Theme, themes } from './themes.ts';

/** The graph view's own page in a plain browser, with the test in the editor's place. */
export interface GraphPage {
  readonly page: Page;
  /** What the view has asked for, from the first message on. */
  readonly asked: readonly ViewMessage[];
  /** What the page would have to tell its developers: errors, and what its content policy refused. */
  readonly complaints: readonly string[];
  /** What the page has left to be kept over a reload. */
  state(): Promise<unknown>;
  send(message: HostMessage): Promise<void>;
}

export interface GraphPageOptions {
  readonly theme?: keyof typeof themes;
  readonly width?: number;
  readonly height?: number;
  /** What the page had left to be kept before. */
  readonly state?: unknown;
  readonly reducedMotion?: boolean;
}

export interface GraphAssets {
  readonly script: string;
  readonly style: string;
}

/** The bundles as they are shipped. */
export async function buildGraphAssets(): Promise<GraphAssets> {
  const { outputFiles } = await build({ ...buildOptions('webview', true), write: false });
  const ending = (end: string): string => outputFiles?.find(({ path }) => path.endsWith(end))?.text ?? '';
  return { script: ending('.js'), style: ending('.css') };
}

const origin = 'http://graph.test';

/** Opens the page as VS Code would: its policy in force, the theme's variables set, `acquireVsCodeApi` at hand. */
export async function openGraph(
  browser: Browser,
  { script, style }: GraphAssets,
  options: GraphPageOptions = {},
): Promise<GraphPage> {
  const { theme = 'dark', width = 900, height = 600, state, reducedMotion = true } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: ViewMessage[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.exposeFunction('postToEditor', (message: unknown) => {
    const read = readViewMessage(message);
    if (read === undefined) complaints.push(`The view sent ${JSON.stringify(message)}.`);
    else asked.push(read);
  });
  await page.addInitScript(inPage(themes[theme], state));

  const html = graphHtml({
    nonce: randomUUID(),
    cspSource: origin,
    scriptUri: `${origin}/webview.js`,
    styleUri: `${origin}/webview.css`,
    file: 'file:///home/me/example.flow.yaml',
  });
  await page.route(`${origin}/**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/webview.js') return route.fulfill({ body: script, contentType: 'text/javascript' });
    if (path === '/webview.css') return route.fulfill({ body: style, contentType: 'text/css' });
    return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
  });
  await page.goto(origin);
  return {
    page,
    asked,
    complaints,
    state: () => page.evaluate('window.keptState'),
    async send(message) {
      await page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
      // A message is handled in a task of its own, and drawn with the frame after it.
      await page.evaluate('new Promise((done) => setTimeout(() => requestAnimationFrame(() => done())))');
    },
  };
}

function inPage({ bodyClass, variables }: Theme, state: unknown): string {
  return `
    window.keptState = ${JSON.stringify(state)};
    window.acquireVsCodeApi = () => ({
      postMessage: (message) => window.postToEditor(message),
      getState: () => window.keptState,
      setState: (state) => { window.keptState = state; },
    });
    new MutationObserver((_, observer) => {
      if (document.body === null) return;
      observer.disconnect();
      document.body.classList.add(${JSON.stringify(bodyClass)});
      for (const [name, value] of Object.entries(${JSON.stringify(variables)})) {
        document.documentElement.style.setProperty('--vscode-' + name, value);
      }
    }).observe(document, { childList: true, subtree: true });
  `;
}
