/** The toolbar's icons, drawn like the states' in drawing/icons.ts. */
export const TOOLBAR_ICONS = {
  run: 'M5 3.2v9.6l7.6 -4.8z',
  resume: 'M3.5 3.2v9.6M6.5 3.2v9.6l7 -4.8z',
  cancel: 'M4 4h8v8h-8z',
  report: 'M4 2.5h8v11h-8zM6 5.5h4M6 8h4M6 10.5h2.5',
  zoomIn: 'M8 3.5v9M3.5 8h9',
  zoomOut: 'M3.5 8h9',
  fit: 'M2.8 6v-3.2h3.2M10 2.8h3.2v3.2M13.2 10v3.2h-3.2M6 13.2h-3.2v-3.2M6 8h4',
  right: 'M2.5 8h10.5M9.5 4.5l3.5 3.5l-3.5 3.5',
  down: 'M8 2.5v10.5M4.5 9.5l3.5 3.5l3.5 -3.5',
  legend: 'M8 2a6 6 0 1 1 -.01 0zM8 7.4v3.8M8 4.9v.1',
} as const;
