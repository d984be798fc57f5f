/**
 * An esbuild plugin that leaves the language server out of the command line, which loads it from the bundle beside it when
 * it is asked for: every other command would have to read a third more before it starts.
 */
export const lspApart = {
  name: 'lsp-apart',
  setup(build) {
    build.onResolve({ filter: /\/lsp\/serve\.ts$/ }, () => ({ path: './lsp.js', external: true }));
  },
};
