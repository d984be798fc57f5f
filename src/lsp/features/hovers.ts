import { hover } from '../../language/hover.ts';
import { markup } from '../client.ts';
import type { Feature } from '../feature.ts';
import { toRange } from '../places.ts';

export const hovers: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  listen({ connection, client, pastRuns, understood }) {
    connection.onHover(async ({ textDocument, position }) => {
      const runs = await pastRuns(textDocument.uri);
      const file = understood(textDocument.uri);
      if (file === undefined) return null;
      const found = hover(file.analysis, file.lines.offset(position), runs);
      if (found === undefined) return null;
      const formats = client().can.textDocument?.hover?.contentFormat;
      return { contents: markup(found.contents, formats), range: toRange(file.lines, found.range) };
    });
  },
};
