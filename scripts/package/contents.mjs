import { root } from '../setup/root.mjs';

/** Without these the extension doesn't work, or isn't what it says. */
const required = [
  'package.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'language-configuration.json',
  'docs/diagnostics.md',
  'dist/extension.cjs',
  'dist/cli.js',
  'dist/lsp.js',
  'dist/webview.js',
  'dist/webview.css',
  'snippets/flow-yaml.json',
  'syntaxes/flow-yaml.tmLanguage.json',
  'media/icon.png',
];

/** Beside the required ones only these may travel. */
const allowed = [
  /^docs\/[\w-]+\.md$/,
  /^media\/[\w-]+\.(svg|png)$/,
  /^syntaxes\/[\w.-]+\.json$/,
  /^snippets\/[\w-]+\.json$/,
  /^dist\/[\w-]+\.(cjs|js|css)$/,
];

/** What is wrong with the files that vsce packs, in words; empty when nothing is. */
export async function checkContents() {
  const { listFiles, PackageManager } = await import('@vscode/vsce');
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  const packed = files.map((file) => file.replaceAll('\\', '/'));
  return [
    ...required.filter((file) => !packed.includes(file)).map((file) => `The package lacks ${file}.`),
    ...packed
      .filter((file) => !required.includes(file) && !allowed.some((pattern) => pattern.test(file)))
      .map((file) => `The package should not hold ${file}; see .vscodeignore.`),
  ];
}
