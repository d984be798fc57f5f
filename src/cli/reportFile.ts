import { access, constants, open, writeFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { plainPaint } from '../report/paint.ts';
import { reportText } from '../report/reportText.ts';
import type { Summary } from '../report/summary.ts';
import type { Context } from './context.ts';
import { systemReason, UsageError } from './usageError.ts';

/** Writes the report in the form that the file's name asks for. Returns the reason in words where it can't. */
export type ReportWriter = (summary: Summary) => Promise<string | undefined>;

/** Rejects with a `UsageError` where the name asks for no known form, or nothing can be written there. */
export async function reportWriter(file: string, { folder }: Context): Promise<ReportWriter> {
  const form = await formOf(file);
  const path = resolve(folder, file);
  try {
    await access(dirname(path), constants.W_OK);
    await writableFile(path);
  } catch (error) {
    throw new UsageError(`The report can't be written to ${file}: ${systemReason(error)}.`);
  }
  return async (summary) => {
    try {
      await writeFile(path, form(summary));
      return undefined;
    } catch (error) {
      return `The report could not be written to ${file}: ${systemReason(error)}.`;
    }
  };
}

/** Rejects where there is something that can't be written over: a folder, a protected file. */
async function writableFile(path: string): Promise<void> {
  const found = await open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  await found?.close();
}

async function formOf(file: string): Promise<(summary: Summary) => string> {
  switch (extname(file).toLowerCase()) {
    case '.md':
    case '.markdown':
      return (await import('../report/reportMarkdown.ts')).reportMarkdown;
    case '.json':
      return (await import('../report/reportJson.ts')).reportJson;
    case '.txt':
      return (summary) => `${reportText(summary, plainPaint)}\n`;
    default:
      throw new UsageError(`The report's file must end in .md, .json or .txt, and “${file}” doesn't.`);
  }
}
