import assert from 'node:assert/strict';
import { commands, Uri, workspace } from 'vscode';
import { COMMANDS } from '../../src/editor/names/commands.ts';
import { CONTEXT_KEYS } from '../../src/editor/names/contextKeys.ts';
import { GRAPH_PANEL, LANGUAGE, WORKFLOWS_VIEW } from '../../src/editor/names/identifiers.ts';
import { DEFAULT_SETTINGS } from '../../src/editor/names/settings.ts';
import { extension, flowApi } from './rig/flowApi.ts';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly enablement?: string }[];
    readonly configuration: {
      readonly properties: Record<string, { default: unknown; enum?: readonly string[] }>;
    };
    readonly languages: readonly { readonly id: string }[];
    readonly menus: Record<string, readonly { readonly command: string; readonly when?: string }[]>;
    readonly views: Record<string, readonly { readonly id: string; readonly icon: string }[]>;
    readonly viewsContainers: { readonly activitybar: readonly { id: string; icon: string }[] };
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
  };
}

describe('package.json', () => {
  let manifest: Manifest;

  before(async () => {
    await flowApi();
    manifest = extension().packageJSON;
  });

  it('contributes exactly the commands that the code knows, and each is registered', async () => {
    const contributed: string[] = manifest.contributes.commands.map(({ command }) => command).sort();
    assert.deepEqual(contributed, Object.values<string>(COMMANDS).sort());
    const registered = (await commands.getCommands(true)).filter((id) => contributed.includes(id));
    assert.deepEqual(registered.sort(), contributed);
  });

  it('names in its menus and welcome texts only commands that it contributes', () => {
    const known = new Set<string>(Object.values(COMMANDS));
    const inMenus = Object.values(manifest.contributes.menus).flatMap((items) =>
      items.map(({ command }) => command),
    );
    const inTexts = manifest.contributes.viewsWelcome.flatMap(({ contents }) =>
      [...contents.matchAll(/command:(flow\.\w+)/g)].map(([, id = '']) => id),
    );
    assert.ok(inTexts.length > 0);
    for (const id of [...inMenus, ...inTexts]) assert.ok(known.has(id), id);
  });

  it('contributes exactly the settings that the code reads, with the same defaults', () => {
    const { properties } = manifest.contributes.configuration;
    const defaults = Object.fromEntries(
      Object.entries(properties).map(([key, { default: value }]) => [key, value]),
    );
    assert.deepEqual(defaults, DEFAULT_SETTINGS);
    for (const { default: value, enum: values } of Object.values(properties)) {
      assert.ok(values === undefined || values.includes(String(value)));
    }
  });

  it('asks in its when clauses only for context keys that the code sets', () => {
    const clauses = [
      ...Object.values(manifest.contributes.menus).flatMap((items) => items.map(({ when = '' }) => when)),
      ...manifest.contributes.commands.map(({ enablement = '' }) => enablement),
    ];
    const asked = new Set(clauses.flatMap((clause) => clause.match(/\bflow\.\w+/g) ?? []));
    asked.delete(WORKFLOWS_VIEW);
    asked.delete(GRAPH_PANEL);
    assert.deepEqual(
      [...asked].filter((key) => !CONTEXT_KEYS.some((known) => known === key)),
      [],
    );
    assert.ok(asked.has('flow.runningFiles'));
  });

  it('keeps VS Code from watching every log, and what it leaves alone anyway', () => {
    const { defaultValue } = workspace.getConfiguration('files').inspect<object>('watcherExclude') ?? {};
    const excluded = Object.keys(defaultValue ?? {});
    for (const glob of ['**/.flow/cache/**', '**/.flow/runs/*/tasks/**', '.git/objects/**']) {
      assert.ok(
        excluded.some((known) => known.endsWith(glob)),
        `${glob} of ${excluded.join(', ')}`,
      );
    }
  });

  it('declares the language, the view, its pictures, and what wakes the extension up', async () => {
    const { languages, views, viewsContainers } = manifest.contributes;
    assert.ok(languages.some(({ id }) => id === LANGUAGE));
    assert.ok(manifest.activationEvents.includes(`onWebviewPanel:${GRAPH_PANEL}`));
    const [container] = viewsContainers.activitybar;
    const [view] = views[container?.id ?? ''] ?? [];
    assert.equal(view?.id, WORKFLOWS_VIEW);
    for (const icon of [container?.icon ?? '', view?.icon ?? '']) {
      await workspace.fs.stat(Uri.joinPath(extension().extensionUri, icon));
    }
  });
});
