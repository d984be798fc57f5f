// npm start: the examples, open in VS Code with the extension loaded.
import { shipped } from './build/bundles.mjs';
import { ensureBuild } from './build/ensureBuild.mjs';
import { findOnPath } from './setup/findOnPath.mjs';
import { handOver } from './setup/handOver.mjs';
import { inRoot, root } from './setup/root.mjs';
import { say } from './setup/say.mjs';
import { hasScreen } from './setup/screen.mjs';
import { setUp } from './setup/setUp.mjs';

await setUp(async () => {
  await ensureBuild(shipped);
  const code = process.env.FLOW_VSCODE_HOST === 'browser' || !hasScreen() ? undefined : findOnPath(['code']);
  if (code === undefined) {
    const { serveWorkbench } = await import('../test/host/serveWorkbench.ts');
    await serveWorkbench(inRoot('examples'));
  } else {
    say(`Opening the examples in ${code} …`);
    const args = [`--extensionDevelopmentPath=${root}`, inRoot('examples')];
    await handOver(code, args, { shell: process.platform === 'win32' });
  }
});
