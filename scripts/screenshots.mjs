// npm run screenshots: takes the README's pictures from the real thing, into docs/images/.
import { ensureBuild } from './build/ensureBuild.mjs';
import { setUp } from './setup/setUp.mjs';

await setUp(async () => {
  await ensureBuild(['extension', 'webview']);
  await import('../test/screenshots/readme.ts');
});
