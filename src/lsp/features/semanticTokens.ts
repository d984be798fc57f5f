import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver/node';
import { encodeTokens, tokenEdits } from '../../language/semanticTokens/encode.ts';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from '../../language/semanticTokens.ts';
import type { Feature, Understood } from '../feature.ts';
import { fromRange } from '../places.ts';

/** UTF-16 code units. Of a longer file an editor that can asks for what is in sight, a few tasks at a time. */
const LONGEST_WHOLE = 100_000;

/** Colours names by what they stand for. */
export const semanticTokensOf: Feature = {
  capabilities: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: { delta: true },
      range: true,
    },
  }),
  listen({ connection, client, understood }) {
    const given = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
    let answer = 0;
    connection.languages.semanticTokens.on(({ textDocument: { uri } }): SemanticTokens | null => {
      const file = understood(uri);
      return file === undefined || isTooLong(file) ? null : whole(file);
    });
    connection.languages.semanticTokens.onDelta(
      ({ textDocument: { uri }, previousResultId }): SemanticTokens | SemanticTokensDelta | null => {
        const file = understood(uri);
        if (file === undefined || isTooLong(file)) return null;
        const before = given.get(uri);
        const now = whole(file);
        if (before === undefined || before.id !== previousResultId) return now;
        const edits = tokenEdits(before.data, now.data).map(({ start, deleteCount, data }) => ({
          ...{ start, deleteCount },
          data: [...data],
        }));
        return { resultId: now.resultId, edits };
      },
    );
    connection.languages.semanticTokens.onRange(({ textDocument: { uri }, range }): SemanticTokens | null => {
      const file = understood(uri);
      if (file === undefined) return null;
      const { lines, analysis } = file;
      return { data: [...encodeTokens(lines, semanticTokens(analysis, fromRange(lines, range)))] };
    });

    function isTooLong({ analysis }: Understood): boolean {
      const asksForRanges = client().can.textDocument?.semanticTokens?.requests.range;
      return Boolean(asksForRanges) && analysis.text.length > LONGEST_WHOLE;
    }

    function whole({ uri, lines, analysis }: Understood): SemanticTokens & { readonly resultId: string } {
      const data = [...encodeTokens(lines, semanticTokens(analysis))];
      const id = String(answer++);
      given.set(uri, { id, data });
      return { resultId: id, data };
    }
  },
};
