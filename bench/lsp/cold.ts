// Loads the language in a process that runs already, as an extension host does, and analyses a file for the first time.
import { readFileSync } from 'node:fs';

const [path = ''] = process.argv.slice(2);
const text = readFileSync(path, 'utf8');
const begun = performance.now();
const { inProcess } = await import('./inProcess.ts');
await inProcess(path).open(text);
process.stdout.write(String(performance.now() - begun));
