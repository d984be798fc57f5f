import { editorTests } from './editorTests.mjs';
import { lspApart } from './lspApart.mjs';

/** In a CommonJS bundle `import.meta.url` is empty; this gives sources that are ES modules what they expect. */
const importMetaForCommonJs = {
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'importMetaUrl', 'import.meta.dirname': '__dirname' },
};

/** In an ES module bundle `require` is missing; this gives it to dependencies that are CommonJS inside. */
const requireForEsModules =
  "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);";

const node = { platform: 'node', target: 'node22' };

/** What is built, by name: esbuild's options, the development ones. Paths are relative to the project's root. */
export const bundles = {
  extension: {
    ...node,
    ...importMetaForCommonJs,
    entryPoints: { extension: 'src/extension.ts' },
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    external: ['vscode'],
  },
  cli: {
    ...node,
    entryPoints: { cli: 'src/cli/main.ts' },
    plugins: [lspApart],
    format: 'esm',
    banner: { js: `#!/usr/bin/env node\n${requireForEsModules}` },
  },
  lsp: {
    ...node,
    entryPoints: { lsp: 'src/lsp/serve.ts' },
    format: 'esm',
    banner: { js: requireForEsModules },
  },
  webview: {
    platform: 'browser',
    target: 'chrome134', // what VS Code 1.101, the oldest in `engines`, is built on
    entryPoints: [
      { in: 'src/webview/main.ts', out: 'webview' },
      { in: 'src/webview/style.css', out: 'webview' },
    ],
    format: 'iife',
    tsconfig: 'src/webview/tsconfig.json',
  },
  editorTests: {
    ...node,
    ...importMetaForCommonJs,
    entryPoints: { 'test/editor': 'editor-tests' },
    plugins: [editorTests],
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    external: ['vscode', 'mocha'],
  },
  editorBench: {
    ...node,
    ...importMetaForCommonJs,
    entryPoints: { 'bench/editor': 'bench/editor/typing.ts' },
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    external: ['vscode'],
  },
};

/** What the extension is made of, and what the package ships. */
export const shipped = ['extension', 'cli', 'lsp', 'webview'];
