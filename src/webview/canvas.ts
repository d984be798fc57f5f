import { type Selection, select } from 'd3';

export type Group = Selection<SVGGElement, unknown, null, undefined>;

/** The drawing surface: groups in the order in which they cover each other. */
export interface Canvas {
  readonly element: SVGSVGElement;
  readonly svg: Selection<SVGSVGElement, unknown, null, undefined>;
  /** What pan and zoom move: all of the groups. */
  readonly viewport: Group;
  readonly bands: Group;
  readonly frames: Group;
  readonly edges: Group;
  readonly nodes: Group;
}

export function createCanvas(parent: HTMLElement): Canvas {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  parent.append(element);
  const svg = select<SVGSVGElement, unknown>(element)
    .attr('class', 'canvas')
    .attr('role', 'graphics-document')
    .attr('aria-roledescription', 'workflow graph');
  svg
    .append('defs')
    .append('marker')
    .attr('id', 'tip')
    .attr('viewBox', '0 0 8 8')
    .attr('refX', 8)
    .attr('refY', 4)
    .attr('markerWidth', 8)
    .attr('markerHeight', 8)
    .attr('markerUnits', 'userSpaceOnUse')
    .attr('orient', 'auto')
    .append('path')
    .attr('class', 'tip')
    .attr('d', 'M0 .5L8 4L0 7.5z');
  const viewport = svg.append('g').attr('class', 'viewport');
  return {
    element,
    svg,
    viewport,
    bands: viewport.append('g').attr('aria-hidden', 'true'),
    frames: viewport.append('g').attr('aria-hidden', 'true'),
    edges: viewport.append('g').attr('class', 'edges').attr('aria-hidden', 'true'),
    nodes: viewport.append('g').attr('class', 'nodes').attr('role', 'group').attr('aria-label', 'Tasks'),
  };
}
