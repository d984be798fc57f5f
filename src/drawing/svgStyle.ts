import type { TaskState } from '../model/taskState.ts';

/** Colours of VS Code's default themes, so that a drawing looks like the view: on light, on dark. */
const STATE_COLOURS: Readonly<Record<TaskState, readonly [string, string]>> = {
  pending: ['#6e7681', '#9d9d9d'],
  ready: ['#9a6700', '#cca700'],
  running: ['#0063d3', '#59a4f9'],
  retrying: ['#b5500b', '#d18616'],
  waiting: ['#652d90', '#b180d7'],
  completed: ['#1a7f37', '#73c991'],
  failed: ['#c72e0f', '#f88070'],
  skipped: ['#6e7681', '#9d9d9d'],
  cancelled: ['#6e7681', '#9d9d9d'],
};

const states = Object.entries(STATE_COLOURS);

/** The style sheet of a drawing that stands alone: light, or dark where the reader's system is. */
export const SVG_STYLE = `
svg{--paper:#ffffff;--card:#f8f8f8;--line:#c8c8c8;--text:#3b3b3b;--faint:#6a6a6a;--edge:#8a8a8a;--red:#c72e0f;background:var(--paper);font-family:system-ui,-apple-system,"Segoe UI",Ubuntu,sans-serif;font-size:11px}
${states.map(([state, [light]]) => `.${state}{--state:${light}}`).join('\n')}
@media (prefers-color-scheme:dark){
svg{--paper:#1f1f1f;--card:#252526;--line:#454545;--text:#cccccc;--faint:#9d9d9d;--edge:#7c7c7c;--red:#f88070}
${states.map(([state, [, dark]]) => `.${state}{--state:${dark}}`).join('\n')}
}
.band{fill:none}
.band.shaded{fill:var(--text);fill-opacity:.03}
.border{fill:none;stroke:var(--edge);stroke-dasharray:5 4}
.frame{fill:var(--state,var(--text));fill-opacity:.05;stroke:var(--state,var(--line));stroke-opacity:.7}
.stage{fill:var(--faint)}
.edge{fill:none;stroke:var(--edge);stroke-width:1.3}
.edge.cyclic{stroke:var(--red);stroke-dasharray:6 4}
.tip{fill:var(--edge)}
.tip.cyclic{fill:var(--red)}
.card{fill:var(--card);stroke:var(--state,var(--line))}
.header .card{fill:none;stroke:none}
.chip .card,.cell .card{stroke-opacity:.75}
.mark{fill:none;stroke:var(--state,var(--line))}
.track{fill:var(--line)}
.bar{fill:var(--state)}
.cyclic .card{stroke:var(--red);stroke-width:1.8}
.icon{fill:none;stroke:var(--state,var(--faint));stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.kind{stroke:var(--faint)}
.name{fill:var(--text);font-size:13px}
.chip .name{font-size:11px}
.small{fill:var(--faint)}
.fault .detail,.fault.chip .small{fill:var(--red)}
`;
