// npm run flow -- …: the command line, built from the sources as they are now.
import { ensureBuild } from './build/ensureBuild.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { handOver } from './setup/handOver.mjs';
import { projectNode } from './setup/projectNode.mjs';
import { inRoot } from './setup/root.mjs';
import { withoutStack } from './setup/setUp.mjs';

await withoutStack(async () => {
  await ensureDependencies();
  await ensureBuild(process.argv[2] === 'lsp' ? ['cli', 'lsp'] : ['cli']);
  // npm changes to the project's folder; the paths that were typed are relative to where they were typed.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  await handOver(projectNode, ['--enable-source-maps', inRoot('dist', 'cli.js'), ...process.argv.slice(2)], {
    cwd,
  });
});
