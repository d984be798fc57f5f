import { CARD, cardOf, cardSize, type Fonts } from './card.ts';
import { edgePath } from './edgePath.ts';
import { escapeXml } from './escapeXml.ts';
import type { Box, Direction, NodeBox } from './geometry.ts';
import { type EdgeLine, type Layout, layOut } from './layout.ts';
import { nodeLabel } from './nodeWords.ts';
import type { Scene, SceneTask } from './scene.ts';
import { cyclicTasks } from './sceneEdges.ts';
import { SVG_STYLE } from './svgStyle.ts';
import { estimatedWidth } from './textWidth.ts';

const FONTS: Fonts = {
  large: (text) => estimatedWidth(text, 13),
  small: (text) => estimatedWidth(text, 11),
};

/** A scene as an SVG file that needs nothing else, light or dark as the reader's system is. Ends with a line break. */
export function svg(scene: Scene, direction: Direction = 'right'): string {
  const layout = layOut(scene, { direction, nodeSize: cardSize(scene, FONTS) });
  const [width, height] = [Math.ceil(Math.max(layout.width, 240)), Math.ceil(Math.max(layout.height, 60))];
  const title = escapeXml(scene.name ?? 'Workflow');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${title}</title>
<style>${SVG_STYLE}</style>
<defs>${tip('tip')}${tip('tip-cyclic', ' cyclic')}</defs>
<g>
${layout.bands.map(band).join('')}</g>
<g>
${layout.edges.map((edge) => edgeElement(edge, layout)).join('')}</g>
<g>
${nodes(scene, layout)}</g>
${scene.tasks.length === 0 ? '<text class="small" x="20" y="34">No tasks yet</text>\n' : ''}</svg>
`;
}

function tip(id: string, classes = ''): string {
  return `<marker id="${id}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="tip${classes}" d="M0 .5L8 4L0 7.5z"/></marker>`;
}

function band({ x, y, width, height }: Box, stage: number): string {
  return `<rect class="band" x="${x}" y="${y}" width="${width}" height="${Math.ceil(height)}"/><text class="stage" x="${x + 12}" y="${y + 20}">Stage ${stage + 1}</text>\n`;
}

function edgeElement(edge: EdgeLine, { direction }: Layout): string {
  const [classes, marker] = edge.cyclic ? ['edge cyclic', 'tip-cyclic'] : ['edge', 'tip'];
  return `<path class="${classes}" marker-end="url(#${marker})" d="${edgePath(edge, direction)}"/>\n`;
}

function nodes(scene: Scene, layout: Layout): string {
  const cyclic = cyclicTasks(scene);
  return scene.tasks
    .map((task, i) => {
      const box = layout.nodes[i];
      return box === undefined ? '' : nodeElement(task, box, cyclic.has(task.id));
    })
    .join('');
}

function nodeElement(task: SceneTask, { x, y, width, height }: NodeBox, cyclic: boolean): string {
  const card = cardOf(task, cyclic, width, FONTS);
  const text = (classes: string, at: number, baseline: number, words: string, anchor = ''): string =>
    words === ''
      ? ''
      : `<text class="${classes}" x="${at}" y="${baseline}"${anchor}>${escapeXml(words)}</text>`;
  const end = ' text-anchor="end"';
  const { icon, kind } = CARD;
  return `<g class="${['node', ...card.classes].join(' ')}" transform="translate(${x} ${Math.round(y)})"><title>${escapeXml(nodeLabel(task, cyclic))}</title><rect class="card" width="${width}" height="${height}" rx="${CARD.radius}"/><path class="icon" transform="translate(${icon.x} ${icon.y})" d="${card.icon}"/><path class="icon kind" transform="translate(${width - kind.right} ${kind.y}) scale(${kind.scale})" d="${card.kind}"/>${text('name', CARD.text, CARD.nameBaseline, card.name)}${text('small', width - CARD.attempt.right, CARD.nameBaseline, card.attempt, end)}${text('small detail', CARD.text, CARD.detailBaseline, card.detail)}${text('small', width - CARD.time.right, CARD.detailBaseline, card.time, end)}</g>\n`;
}
