// Opens the package and looks at it as one who installs it: is everything there that its manifest names, and does its
// command line start?

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { readZip } from './zip.mjs';

/**
 * @param {object} task
 * @param {{ project: string }} task.with  the folder with package.json and the package
 * @param {(line: string) => void} task.log
 */
export default async function verify({ with: { project }, log }) {
  const { name, version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const file = join(project, `${name}-${version}.vsix`);
  const archive = readFileSync(file);
  const files = readZip(archive);
  const text = (path) => files.get(path)?.toString('utf8') ?? '';

  const manifest = JSON.parse(text('extension/package.json') || '{}');
  const missing = pathsIn(manifest).filter((path) => !files.has(posix.join('extension', path)));
  const wrong = [
    ...missing.map((path) => `It lacks ${path}, which its package.json names.`),
    ...(manifest.version === version ? [] : [`Its version is ${manifest.version} instead of ${version}.`]),
    ...(text('extension.vsixmanifest').includes(`Version="${version}"`)
      ? []
      : ['Its vsixmanifest has another version.']),
    ...(startedVersion(text('extension/dist/cli.js')) === version
      ? []
      : ['Its command line has another version.']),
  ];
  if (wrong.length > 0) throw Object.assign(new Error(wrong.join('\n')), { retryable: false });
  log(`${files.size} files, ${archive.length} bytes`);
  return { file, files: files.size, bytes: archive.length, version };
}

/** Every file that an extension's package.json names. @returns {string[]} */
export function pathsIn({ main, icon, bin, contributes }) {
  const deep = (value) => (typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(deep));
  const named = deep({ main, icon, bin, contributes });
  return [...new Set(named.filter((text) => /^(\.\/)?[\w./-]+\.(cjs|js|json|css|svg|png)$/.test(text)))];
}

function startedVersion(program) {
  const folder = mkdtempSync(join(tmpdir(), 'verify-'));
  try {
    // As it stands in the package, whose package.json says that it is a module.
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    writeFileSync(join(folder, 'cli.js'), program);
    return execFileSync(process.execPath, [join(folder, 'cli.js'), '--version'], { encoding: 'utf8' }).trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
