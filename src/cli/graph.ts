import { type Scene, sceneOf } from '../drawing/scene.ts';
import { analyze } from '../language/analyze.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { COMPLETED, FAILED } from './exitCodes.ts';
import { readWorkflow } from './readWorkflow.ts';
import { showDiagnostics } from './showDiagnostics.ts';

/** Draws what could be understood of the file, and says beside it what is wrong. */
export async function graph(args: Arguments, context: Context): Promise<number> {
  const file = args.the('FILE');
  const { text, place } = await readWorkflow(file, context);
  const analysis = analyze(text, place);
  const drawing = await drawn(sceneOf(analysis.workflow), args.one('format'));
  context.out.write(drawing.endsWith('\n') ? drawing : `${drawing}\n`);
  const invalid = analysis.diagnostics.some(({ severity }) => severity === 'error');
  if (invalid) showDiagnostics(file, analysis, context.err);
  return invalid ? FAILED : COMPLETED;
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
