import { analyze } from '../language/analyze.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Severities, withSeverities } from '../model/severities.ts';
import type { Lines, Range } from '../model/text.ts';
import { counted } from '../report/amounts.ts';
import { diagnosticText, type Source } from '../report/diagnosticText.ts';
import type { Paint } from '../report/paint.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { COMPLETED, FAILED, UNUSABLE } from './exitCodes.ts';
import { givenSeverities } from './givenSeverities.ts';
import { readWorkflow } from './readWorkflow.ts';
import { UsageError } from './usageError.ts';

interface Checked {
  readonly source: Source;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks every file that can be read, even where another can't. */
export async function validate(args: Arguments, context: Context): Promise<number> {
  const severities = givenSeverities(args.all('severity'));
  const checked: Checked[] = [];
  let unreadable = false;
  for (const file of args.every('FILE')) {
    try {
      checked.push(await check(file, severities, context));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      context.err.write(`${context.err.paint.severity('error', 'flow:')} ${error.message}\n`);
      unreadable = true;
    }
  }
  context.out.write(args.one('format') === 'json' ? asJson(checked) : asText(checked, context));
  if (unreadable) return UNUSABLE;
  return count(checked, 'error') > 0 ? FAILED : COMPLETED;
}

async function check(file: string, severities: Severities, context: Context): Promise<Checked> {
  const { text, place } = await readWorkflow(file, context);
  const { lines, diagnostics } = analyze(text, place);
  return { source: { file, text, lines }, diagnostics: withSeverities(diagnostics, severities) };
}

function asText(checked: readonly Checked[], { out }: Context): string {
  const drawn = checked.flatMap(({ source, diagnostics }) =>
    diagnostics.map((diagnostic) => `${diagnosticText(diagnostic, source, out.paint, out.columns)}\n\n`),
  );
  return `${drawn.join('')}${conclusion(checked, out.paint)}`;
}

function conclusion(checked: readonly Checked[], paint: Paint): string {
  const [first] = checked;
  if (first === undefined) return '';
  const one = checked.length === 1;
  const what = one ? first.source.file : counted(checked.length, 'file');
  const [errors, ...others] = [
    { count: count(checked, 'error'), word: 'error' },
    { count: count(checked, 'warning'), word: 'warning' },
    { count: count(checked, 'info'), word: 'hint' },
  ] as const;
  const found = [errors, ...others].filter((each) => each.count > 0);
  const words = found.map((each) => counted(each.count, each.word)).join(', ');
  if (errors.count > 0) return `${paint.state('failed', `✗ ${words} in ${what}`)}\n`;
  const remark = words === '' ? '' : `, with ${words}`;
  return `${paint.state('completed', `✓ ${what} ${one ? 'is' : 'are'} valid${remark}`)}\n`;
}

function count(checked: readonly Checked[], severity: Diagnostic['severity']): number {
  return checked.flatMap(({ diagnostics }) => diagnostics).filter((each) => each.severity === severity)
    .length;
}

/** One array for all files. Positions are zero-based and in UTF-16, as in the Language Server Protocol. */
function asJson(checked: readonly Checked[]): string {
  const all = checked.flatMap(({ source, diagnostics }) =>
    diagnostics.map(({ code, severity, message, range, related }) => ({
      file: source.file,
      code,
      severity,
      message,
      range: positions(range, source.lines),
      related: related.map((place) => ({
        message: place.message,
        range: positions(place.range, source.lines),
      })),
    })),
  );
  return `${JSON.stringify(all, undefined, 2)}\n`;
}

function positions({ start, end }: Range, lines: Lines): object {
  return { start: lines.position(start), end: lines.position(end) };
}
