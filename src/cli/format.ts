import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { withoutMark } from '../files/workflows.ts';
import { analyze } from '../language/analyze.ts';
import { applyEdits } from '../language/edit.ts';
import { format as formatEdits } from '../language/format.ts';
import { counted } from '../report/amounts.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { COMPLETED, FAILED, UNUSABLE } from './exitCodes.ts';
import { showDiagnostics } from './showDiagnostics.ts';
import { systemReason, UsageError } from './usageError.ts';

type Outcome = 'as it was' | 'formatted' | 'not formatted' | 'no YAML' | 'unreadable';

/** Lays files out in place, or says with `--check` which of them aren't; each, even where another can't be read. */
export async function format(args: Arguments, context: Context): Promise<number> {
  const outcomes: Outcome[] = [];
  for (const file of args.every('FILE')) {
    try {
      outcomes.push(await formatFile(file, args.has('check'), context));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      context.err.write(`${context.err.paint.severity('error', 'flow:')} ${error.message}\n`);
      outcomes.push('unreadable');
    }
  }
  const wrong = outcomes.filter((outcome) => outcome !== 'as it was' && outcome !== 'formatted');
  if (wrong.length === 0) context.out.write(conclusion(args.every('FILE'), context));
  if (outcomes.includes('unreadable')) return UNUSABLE;
  return wrong.length === 0 ? COMPLETED : FAILED;
}

async function formatFile(file: string, checks: boolean, context: Context): Promise<Outcome> {
  const { out, err, folder } = context;
  const path = resolve(folder, file);
  const written = await read(path, file);
  const text = withoutMark(written);
  const analysis = analyze(text);
  const edits = formatEdits(analysis);
  if (edits === undefined) {
    const diagnostics = analysis.diagnostics.filter(({ code }) => code === 'syntax');
    showDiagnostics(file, { ...analysis, diagnostics }, err);
    err.write(`${err.paint.state('failed', `✗ ${file} is left as it is: it can't be read as a workflow`)}\n`);
    return 'no YAML';
  }
  if (edits.length === 0) return 'as it was';
  if (checks) {
    out.write(`${out.paint.state('failed', `✗ ${file} isn't formatted`)}\n`);
    return 'not formatted';
  }
  const mark = written.slice(0, written.length - text.length);
  await write(path, `${mark}${applyEdits(text, edits)}`, file);
  out.write(`formatted ${file}\n`);
  return 'formatted';
}

function conclusion(files: readonly string[], { out }: Context): string {
  const [first = ''] = files;
  const words = files.length === 1 ? `${first} is` : `${counted(files.length, 'file')} are`;
  return `${out.paint.state('completed', `✓ ${words} formatted`)}\n`;
}

async function read(path: string, file: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new UsageError(`The file ${file} can't be read: ${systemReason(error)}.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // What isn't would come out as something else.
    throw new UsageError(`The file ${file} isn't UTF-8.`);
  }
}

async function write(path: string, text: string, file: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new UsageError(`The file ${file} can't be written: ${systemReason(error)}.`);
  }
}
