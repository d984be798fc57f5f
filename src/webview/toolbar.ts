import { select } from 'd3';
import type { Direction } from '../drawing/geometry.ts';
import { appendButton } from './button.ts';
import type { Snapshot } from './protocol.ts';
import { isLive } from './runWords.ts';
import { TOOLBAR_ICONS as ICONS } from './toolbarIcons.ts';

export interface ToolbarActions {
  run(): void;
  resume(): void;
  cancel(): void;
  showReport(): void;
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  turn(): void;
  toggleLegend(): void;
}

export interface Toolbar {
  show(snapshot: Snapshot): void;
  setDirection(direction: Direction): void;
  setLegend(open: boolean): void;
  readonly legendButton: HTMLElement;
}

export function createToolbar(parent: HTMLElement, actions: ToolbarActions): Toolbar {
  const toolbar = parent.appendChild(document.createElement('div'));
  toolbar.className = 'toolbar';
  const group = (label: string): HTMLElement => {
    const element = toolbar.appendChild(document.createElement('div'));
    select(element).attr('class', 'tools').attr('role', 'group').attr('aria-label', label);
    return element;
  };
  const view = group('View');
  appendButton(view, actions.zoomOut).set({ label: 'Zoom Out (−)', icon: ICONS.zoomOut });
  appendButton(view, actions.zoomIn).set({ label: 'Zoom In (+)', icon: ICONS.zoomIn });
  appendButton(view, actions.fit).set({ label: 'Fit to View (0)', icon: ICONS.fit });
  const direction = appendButton(view, actions.turn);
  const legend = appendButton(view, actions.toggleLegend);

  const running = group('Run');
  const report = appendButton(running, actions.showReport, 'secondary');
  const cancel = appendButton(running, actions.cancel, 'secondary');
  const run = appendButton(running, actions.run, 'primary');
  const resume = appendButton(running, actions.resume, 'primary');

  return {
    show(snapshot) {
      const live = snapshot.run !== undefined && isLive(snapshot.run);
      const cutOff = snapshot.run?.state === 'interrupted' || snapshot.run?.state === 'cancelled';
      const disabled = snapshot.run?.state === 'cancelling' ? { disabled: 'The run is being cancelled' } : {};
      cancel.set({ label: 'Cancel', icon: ICONS.cancel, hidden: !live, ...disabled });
      const { cannotRun } = snapshot;
      const reason = cannotRun === undefined ? {} : { disabled: cannotRun };
      run.set({ label: 'Run', icon: ICONS.run, hidden: live, ...reason });
      // To go on is meant more often than to begin anew.
      select(run.element).classed('primary', !cutOff);
      resume.set({ label: 'Resume', icon: ICONS.resume, hidden: !cutOff, ...reason });
      report.set({ label: 'Report', icon: ICONS.report, hidden: live || snapshot.run === undefined });
    },
    setDirection(now) {
      const label = now === 'right' ? 'Draw from Top to Bottom' : 'Draw from Left to Right';
      direction.set({ label, icon: now === 'right' ? ICONS.down : ICONS.right });
    },
    setLegend(open) {
      legend.set({ label: 'Legend and Keys', icon: ICONS.legend, pressed: open });
    },
    legendButton: legend.element,
  };
}
