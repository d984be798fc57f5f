import {
  MarkdownString,
  ParameterInformation,
  SignatureHelp,
  type SignatureHelpProvider,
  SignatureInformation,
} from 'vscode';
import { signatureAt } from '../../language/signature.ts';
import type { Analyses } from '../analyses.ts';

export function signatureProvider(analyses: Analyses): SignatureHelpProvider {
  return {
    provideSignatureHelp(document, position) {
      const found = signatureAt(analyses(document), document.offsetAt(position));
      if (found === undefined) return undefined;
      const signature = new SignatureInformation(found.label, new MarkdownString(found.documentation));
      signature.parameters = found.parameters.map(
        ({ range, documentation }) =>
          new ParameterInformation([range.start, range.end], new MarkdownString(documentation)),
      );
      const help = new SignatureHelp();
      help.signatures = [signature];
      help.activeSignature = 0;
      help.activeParameter = found.active;
      return help;
    },
  };
}
