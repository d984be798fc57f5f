import type { Summary } from '../report/summary.ts';
import { summarize } from '../report/summary.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { COMPLETED } from './exitCodes.ts';
import { findRun } from './findRun.ts';

/** Prints the report of a run that is kept, as far as it has come. */
export async function report(args: Arguments, context: Context): Promise<number> {
  const { run } = await findRun(args.maybe('RUN'), context);
  context.out.write(await written(summarize(run), args.one('format'), context));
  return COMPLETED;
}

/** Each format is loaded when it is asked for. */
async function written(summary: Summary, format: string | undefined, { out }: Context): Promise<string> {
  switch (format) {
    case 'md':
      return (await import('../report/reportMarkdown.ts')).reportMarkdown(summary);
    case 'json':
      return (await import('../report/reportJson.ts')).reportJson(summary);
    default: {
      const { reportText } = await import('../report/reportText.ts');
      return `${reportText(summary, out.paint, out.columns)}\n`;
    }
  }
}
