import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Fails where a link within the site leads nowhere: to a page that isn't there, or to a heading that the page doesn't
 * have.
 *
 * @param {object} task
 * @param {{ folder: string }} task.with
 */
export default async function checkLinks({ with: { folder } }) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.html'));
  const pages = new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const { checked, broken } = findBroken(pages);
  if (broken.length > 0) {
    throw Object.assign(new Error(`These links lead nowhere:\n${broken.join('\n')}`), { retryable: false });
  }
  return { links: checked };
}

/** @param {ReadonlyMap<string, string>} pages  HTML by file name */
export function findBroken(pages) {
  const links = [...pages].flatMap(([from, html]) =>
    [...html.matchAll(/<a href="([^"]*)"/g)].map(([, target]) => ({ from, target })),
  );
  const within = links.filter(({ target }) => !/^[a-z]+:/.test(target));
  const broken = within.filter(({ from, target }) => {
    const [file, anchor] = target.split('#');
    const page = pages.get(file === '' ? from : file);
    return page === undefined || (anchor !== undefined && !page.includes(`id="${anchor}"`));
  });
  return { checked: within.length, broken: broken.map(({ from, target }) => `${from}: ${target}`) };
}
