// npm run package: the .vsix, from a production build. Prints what is in it and how large it is.
import { readFileSync, statSync } from 'node:fs';
import { checkContents } from './package/contents.mjs';
import { inRoot, root } from './setup/root.mjs';
import { say } from './setup/say.mjs';
import { setUp } from './setup/setUp.mjs';
import { spawned } from './setup/spawned.mjs';

await setUp(async () => {
  const { name, version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const vsix = `${name}-${version}.vsix`;
  const vsce = inRoot('node_modules', '@vscode', 'vsce', 'vsce');
  // Everything is bundled, so no dependency travels. vsce builds for production (vscode:prepublish) before it packs.
  const flags = [
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    `--out=${vsix}`,
  ];
  const exitCode = await spawned(process.execPath, [vsce, 'package', ...flags], { cwd: root });
  if (exitCode !== 0) {
    process.exitCode = exitCode;
    return;
  }
  const wrong = await checkContents();
  for (const line of wrong) say(line);
  console.log(`${vsix}: ${(statSync(inRoot(vsix)).size / 1000).toFixed(1)} kB`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
});
