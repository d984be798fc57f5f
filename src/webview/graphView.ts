import { announcement } from './announcement.ts';
import { createClock } from './clock.ts';
import { createEmptyState } from './emptyState.ts';
import { pageFonts } from './fonts.ts';
import { createGraphDrawing } from './graphDrawing.ts';
import type { Host } from './host.ts';
import { listenToKeys } from './keyboard.ts';
import { createLegend } from './legend.ts';
import type { Snapshot } from './protocol.ts';
import { createQuestions } from './questions.ts';
import { isLive } from './runWords.ts';
import { createSummary } from './summary.ts';
import { createToolbar } from './toolbar.ts';
import { rememberingIn } from './viewState.ts';

export interface GraphView {
  show(snapshot: Snapshot): void;
  /** Marks a task, or none, and brings it into sight. */
  select(task: string | undefined): void;
}

/** The whole view: its parts put together, and what each of them asks of the others and of the editor. */
export function createGraphView(root: HTMLElement, announcements: HTMLElement, host: Host): GraphView {
  const header = root.appendChild(document.createElement('header'));
  const desk = root.appendChild(document.createElement('div'));
  const stage = root.appendChild(document.createElement('div'));
  stage.className = 'stage';
  let current: Snapshot | undefined;

  const remember = rememberingIn(host);
  const reveal = (task: string) => host.post({ type: 'reveal', task });
  const drawing = createGraphDrawing(stage, pageFonts(), host, {
    clicked: reveal,
    zoomed: (zoom) => remember({ zoom }),
  });
  const questions = createQuestions(desk, {
    answered: (task, answer) => host.post({ type: 'answer', task, answer }),
    reveal,
    left: drawing.focus,
  });
  const empty = createEmptyState(stage);
  const summary = createSummary(header);
  const zoomIn = () => drawing.zoom.by(1.25);
  const zoomOut = () => drawing.zoom.by(0.8);
  const toolbar = createToolbar(header, {
    run: () => host.post({ type: 'run' }),
    resume: () => host.post({ type: 'resume' }),
    cancel: () => host.post({ type: 'cancel' }),
    showReport: () => host.post({ type: 'showReport' }),
    zoomIn,
    zoomOut,
    fit: drawing.zoom.fit,
    turn() {
      const direction = drawing.turn();
      toolbar.setDirection(direction);
      remember({ direction });
    },
    toggleLegend: () => legend.toggle(),
  });
  const legend = createLegend(stage, toolbar.legendButton, toolbar.setLegend);
  listenToKeys({
    focused: drawing.focused,
    walk: drawing.walk,
    reveal,
    showLog: (task) => host.post({ type: 'showLog', task }),
    answer: questions.focus,
    zoomIn,
    zoomOut,
    fit: drawing.zoom.fit,
  });
  const clock = createClock(() => {
    if (current !== undefined) write(current);
  });

  function write(snapshot: Snapshot): void {
    const { run } = snapshot;
    // Nothing goes on in a run that has ended, whatever its tasks last said.
    const now = run === undefined || isLive(run) ? clock.now() : (run.endedAt ?? snapshot.now);
    drawing.show(snapshot.scene, now, run?.id);
    summary.show(snapshot, now);
  }

  return {
    show(snapshot) {
      clock.set(snapshot.now);
      write(snapshot);
      drawing.select(snapshot.selected);
      const live = snapshot.run !== undefined && isLive(snapshot.run);
      questions.show(snapshot.scene, live);
      toolbar.show(snapshot);
      toolbar.setDirection(drawing.direction());
      empty.show(snapshot.scene.tasks.length === 0);
      const news = announcement(current, snapshot);
      if (news !== undefined) announcements.textContent = news;
      clock.tick(live);
      current = snapshot;
    },
    select: drawing.select,
  };
}
