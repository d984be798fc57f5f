import { SIGNATURE_TRIGGERS, signatureAt } from '../../language/signature.ts';
import { markup } from '../client.ts';
import type { Feature } from '../feature.ts';

export const signatures: Feature = {
  capabilities: () => ({ signatureHelpProvider: { triggerCharacters: [...SIGNATURE_TRIGGERS] } }),
  listen({ connection, client, understood }) {
    connection.onSignatureHelp(({ textDocument, position }) => {
      const file = understood(textDocument.uri);
      const found = file && signatureAt(file.analysis, file.lines.offset(position));
      if (found === undefined) return null;
      const formats = client().can.textDocument?.signatureHelp?.signatureInformation?.documentationFormat;
      const parameters = found.parameters.map(({ range, documentation }) => ({
        label: [range.start, range.end] as [number, number],
        documentation: markup(documentation, formats),
      }));
      const { label, documentation, active } = found;
      return {
        signatures: [{ label, documentation: markup(documentation, formats), parameters }],
        activeSignature: 0,
        activeParameter: active,
      };
    });
  },
};
