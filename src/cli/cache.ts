import { clearCache, holdingsOf } from '../orchestrator/cache/holdings.ts';
import { counted, formatBytes } from '../report/amounts.ts';
import type { Arguments } from './arguments.ts';
import { cacheFolderOf } from './cacheFolder.ts';
import type { Context } from './context.ts';
import { COMPLETED } from './exitCodes.ts';

/** Says what the cache keeps, or clears it. */
export async function cache(args: Arguments, { out, folder }: Context): Promise<number> {
  const at = cacheFolderOf(folder);
  const { entries, files, bytes } = await holdingsOf(at);
  const words = `${counted(entries, 'result')} with ${counted(files, 'file')}, ${formatBytes(bytes)}`;
  if (args.has('clear')) {
    await clearCache(at);
    out.write(`Cleared the cache of ${words}\n`);
  } else if (args.one('format') === 'json') {
    out.write(`${JSON.stringify({ folder: at, entries, files, bytes }, undefined, 2)}\n`);
  } else out.write(`The cache keeps ${words}\n`);
  return COMPLETED;
}
