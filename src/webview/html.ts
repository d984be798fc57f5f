export interface GraphPage {
  /** Fresh for each page. */
  readonly nonce: string;
  /** `webview.cspSource` */
  readonly cspSource: string;
  /** `webview.asWebviewUri` of the bundles. */
  readonly scriptUri: string;
  readonly styleUri: string;
  /** The workflow's file as a URI: the page keeps it, so that VS Code can restore it after a reload. */
  readonly file: string;
}

/** The page of the graph view. Nothing may run or load in it but the two bundles, inline styles not excepted. */
export function graphHtml({ nonce, cspSource, scriptUri, styleUri, file }: GraphPage): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}';`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Workflow graph</title>
<link rel="stylesheet" href="${escaped(styleUri)}">
</head>
<body>
<main id="graph" data-file="${escaped(file)}"></main>
<div id="announcements" role="status" aria-live="polite"></div>
<script nonce="${escaped(nonce)}" src="${escaped(scriptUri)}"></script>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
