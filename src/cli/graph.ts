import { type Scene, sceneOf, sceneOfRun } from '../drawing/scene.ts';
import { analyze } from '../language/analyze.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { COMPLETED, FAILED } from './exitCodes.ts';
import { findRun } from './findRun.ts';
import { readWorkflow } from './readWorkflow.ts';
import { showDiagnostics } from './showDiagnostics.ts';
import { UsageError } from './usageError.ts';

/** Draws a run as it went, or what could be understood of a file, and says beside it what is wrong. */
export async function graph(args: Arguments, context: Context): Promise<number> {
  const [file, run] = [args.maybe('FILE'), args.one('run')];
  if (file !== undefined && run !== undefined) {
    throw new UsageError('Draw one thing: a file, or by --run a run.');
  }
  if (file !== undefined) return graphOfFile(file, args, context);
  if (run === undefined) throw new UsageError('Say what to draw: a file, or by --run a run that is kept.');
  const scene = sceneOfRun((await findRun(run, context)).run);
  show(await drawn(scene, args.one('format')), context);
  return COMPLETED;
}

async function graphOfFile(file: string, args: Arguments, context: Context): Promise<number> {
  const { text, place } = await readWorkflow(file, context);
  const analysis = analyze(text, place);
  show(await drawn(sceneOf(analysis.workflow), args.one('format')), context);
  const invalid = analysis.diagnostics.some(({ severity }) => severity === 'error');
  if (invalid) showDiagnostics(file, analysis, context.err);
  return invalid ? FAILED : COMPLETED;
}

function show(drawing: string, { out }: Context): void {
  out.write(drawing.endsWith('\n') ? drawing : `${drawing}\n`);
}

/** Each format is loaded when it is asked for: the layout of one is of no use to another. */
async function drawn(scene: Scene, format: string | undefined): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../drawing/graphJson.ts')).graphJson(scene);
    case 'mermaid':
      return (await import('../drawing/mermaid.ts')).mermaid(scene);
    case 'dot':
      return (await import('../drawing/dot.ts')).dot(scene);
    case 'svg':
      return (await import('../drawing/svg.ts')).svg(scene);
    default:
      return (await import('../drawing/text.ts')).text(scene);
  }
}
