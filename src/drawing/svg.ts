import { cardOf, cardSize, type Fonts } from './card.ts';
import { edgePath } from './edgePath.ts';
import { escapeXml } from './escapeXml.ts';
import type { Box, Direction } from './geometry.ts';
import { type Layout, layOut } from './layout.ts';
import type { EdgeLine } from './level.ts';
import { nodeLabel } from './nodeWords.ts';
import { allTasks, type Scene, type SceneTask } from './scene.ts';
import { cyclicTasks } from './sceneEdges.ts';
import type { Band, Frame, NodeBox } from './sheet.ts';
import { type Spot, spotsOf } from './spots.ts';
import { bandBorder, titleSpot } from './stageBands.ts';
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
  const tasks = new Map(allTasks(scene).map((task) => [task.id, task]));
  const cyclic = cyclicTasks(scene);
  const [outer, inner] = [true, false].map((isOuter) =>
    layout.bands.filter(({ stripe }) => (stripe !== undefined) === isOuter),
  );
  const groups: readonly string[] = [
    (outer ?? []).map((each) => band(each, layout)).join(''),
    layout.frames.map((frame) => frameElement(frame, tasks.get(frame.id))).join(''),
    (inner ?? []).map((each) => band(each, layout)).join(''),
    layout.edges.map((edge) => edgeElement(edge, layout)).join(''),
    layout.nodes.map((node) => nodeElement(tasks.get(node.id), node, cyclic.has(node.id))).join(''),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escapeXml(scene.name ?? 'Workflow')}</title>
<style>${SVG_STYLE}</style>
<defs>${tip('tip')}${tip('tip-cyclic', ' cyclic')}</defs>
${groups
  .filter((group) => group !== '')
  .map((group) => `<g>\n${group}</g>\n`)
  .join('')}${scene.tasks.length === 0 ? '<text class="small" x="20" y="34">No tasks yet</text>\n' : ''}</svg>
`;
}

function tip(id: string, classes = ''): string {
  return `<marker id="${id}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="tip${classes}" d="M0 .5L8 4L0 7.5z"/></marker>`;
}

function band(each: Band, { direction }: Layout): string {
  const { x, y, width, height, stripe, title } = each;
  const [left, baseline] = titleSpot(each);
  const classes = stripe !== undefined && stripe % 2 === 0 ? 'band shaded' : 'band';
  const border = bandBorder(each, direction);
  const line = border === '' ? '' : `<path class="border" d="${border}"/>`;
  return `<rect class="${classes}" x="${x}" y="${y}" width="${width}" height="${Math.ceil(height)}"/>${line}<text class="stage" x="${left}" y="${baseline}">${title}</text>\n`;
}

function frameElement({ x, y, width, height }: Frame, task: SceneTask | undefined): string {
  const state = task?.status?.state ?? '';
  return `<rect class="frame ${state}" x="${x}" y="${Math.round(y)}" width="${width}" height="${height}" rx="7"/>\n`;
}

function edgeElement(edge: EdgeLine, { direction }: Layout): string {
  const [classes, marker] = edge.cyclic ? ['edge cyclic', 'tip-cyclic'] : ['edge', 'tip'];
  return `<path class="${classes}" marker-end="url(#${marker})" d="${edgePath(edge, direction)}"/>\n`;
}

function nodeElement(task: SceneTask | undefined, node: NodeBox, cyclic: boolean): string {
  if (task === undefined) return '';
  const { x, y, width, height } = node;
  const card = cardOf(task, cyclic, node, FONTS);
  const spots = spotsOf(node.shape, node);
  const pieces: readonly string[] = [
    `<title>${escapeXml(nodeLabel(task, cyclic))}</title>`,
    `<rect class="card" width="${width}" height="${height}" rx="${spots.radius}"/>`,
    path('mark', '', card.mark),
    card.progress === undefined ? '' : bar('track', spots.bar, 1) + bar('bar', spots.bar, card.progress),
    path('icon', placed(spots.icon), card.icon),
    path('icon kind', placed(spots.kind), card.kind),
    words('name', spots.name, card.name),
    words('small', spots.attempt, card.attempt, 'end'),
    words('small detail', spots.detail, card.detail),
    words('small', spots.time, card.time, 'end'),
  ];
  return `<g class="${['node', ...card.classes].join(' ')}" transform="translate(${x} ${Math.round(y)})">${pieces.join('')}</g>\n`;
}

function placed({ x, y, scale }: Spot & { readonly scale: number }): string {
  return `translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale})`}`;
}

function path(classes: string, transform: string, d: string): string {
  if (d === '') return '';
  return `<path class="${classes}"${transform === '' ? '' : ` transform="${transform}"`} d="${d}"/>`;
}

function bar(classes: string, { x, y, width, height }: Box, share: number): string {
  return `<rect class="${classes}" x="${x}" y="${y}" width="${width * share}" height="${height}" rx="1"/>`;
}

function words(classes: string, { x, y }: Spot, text: string, anchor?: 'end'): string {
  if (text === '') return '';
  return `<text class="${classes}" x="${x}" y="${y}"${anchor === undefined ? '' : ' text-anchor="end"'}>${escapeXml(text)}</text>`;
}
