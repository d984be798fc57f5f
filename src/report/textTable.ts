import { displayWidth, left, right } from './columns.ts';

/** A cell: plain text that is measured and cut, and how it is painted afterwards. */
interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Cells wider than this are cut. */
  readonly most: number;
}

export interface Row {
  /** One for each column. */
  readonly cells: readonly Cell[];
  /** Painted already, of any width; it ends the line. */
  readonly drawing?: string;
}

const GAP = '  ';

/** How wide each column gets: as its widest cell, within its limit. */
export function columnWidths(columns: readonly Column[], rows: readonly Row[]): readonly number[] {
  return columns.map(({ title, most }, i) => {
    const widest = rows.reduce((width, { cells }) => Math.max(width, displayWidth(cells[i]?.text ?? '')), 0);
    return Math.min(Math.max(displayWidth(title), widest), most);
  });
}

/** The room that columns take, with the gap to what follows them. */
export function tableWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width + GAP.length, 0);
}

/** Rows as aligned lines. */
export function textTable(
  columns: readonly Column[],
  widths: readonly number[],
  rows: readonly Row[],
): readonly string[] {
  return rows.map(({ cells, drawing = '' }) => {
    const texts = columns.map(({ align }, i) => {
      const { text, paint } = cells[i] ?? { text: '' };
      const fitted = (align === 'left' ? left : right)(text, widths[i] ?? 0);
      return paint === undefined ? fitted : paint(fitted);
    });
    return [...texts, drawing].join(GAP).trimEnd();
  });
}

/** The titles as a row. */
export function titleRow(columns: readonly Column[], paint: (text: string) => string, drawing?: string): Row {
  const cells = columns.map(({ title }): Cell => ({ text: title, paint }));
  return drawing === undefined ? { cells } : { cells, drawing: paint(drawing) };
}
