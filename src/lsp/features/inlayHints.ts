import type { InlayHint } from 'vscode-languageserver/node';
import { inlayHints } from '../../language/inlayHints.ts';
import type { Feature } from '../feature.ts';
import { fromRange } from '../places.ts';

/** Says beside what is written how often, how long, and what else holds; each by a setting of its own, as in VS Code. */
export const inlayHintsOf: Feature = {
  capabilities: () => ({ inlayHintProvider: { resolveProvider: false } }),
  listen({ connection, settings, pastRuns, understood }) {
    connection.languages.inlayHint.on(async ({ textDocument, range }): Promise<InlayHint[] | null> => {
      const runs = await pastRuns(textDocument.uri);
      const file = understood(textDocument.uri);
      if (file === undefined) return null;
      const options = {
        instances: settings.isOn('inlayHints.instances', true),
        duration: settings.isOn('inlayHints.duration', false),
        defaults: settings.isOn('inlayHints.defaults', false),
        shell: process.platform === 'win32' ? 'cmd' : 'sh',
      };
      return inlayHints(file.analysis, fromRange(file.lines, range), options, runs).map(
        ({ offset, text, tooltip }) => ({
          position: file.lines.position(offset),
          label: text,
          tooltip: { kind: 'markdown', value: tooltip },
          paddingLeft: true,
        }),
      );
    });
  },
};
