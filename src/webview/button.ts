import { type Selection, select } from 'd3';

export interface Button {
  readonly element: HTMLElement;
  /** Says what it does now. */
  set(look: {
    readonly label: string;
    readonly icon: string;
    readonly hidden?: boolean;
    /** Why it does nothing now. */
    readonly disabled?: string;
    readonly pressed?: boolean;
  }): void;
}

/** A button with an icon; its label is its tooltip too. One with a weight shows the label beside the icon. */
export function appendButton(
  parent: HTMLElement,
  press: () => void,
  weight?: 'primary' | 'secondary',
): Button {
  const element = parent.appendChild(document.createElement('button'));
  const button = select(element).attr('type', 'button');
  appendIcon(button);
  const text = weight === undefined ? undefined : button.classed(`worded ${weight}`, true).append('span');
  button.on('click', () => {
    if (button.attr('aria-disabled') === null) press();
  });
  return {
    element,
    set({ label, icon, hidden = false, disabled, pressed }) {
      button
        .property('hidden', hidden)
        .attr('aria-label', label)
        .attr('title', disabled ?? label)
        // Unlike `disabled`, this can still be reached and asked why.
        .attr('aria-disabled', disabled === undefined ? null : 'true')
        .attr('aria-description', disabled ?? null)
        .attr('aria-pressed', pressed === undefined ? null : String(pressed));
      button.select('path').attr('d', icon);
      text?.text(label);
    },
  };
}

/** An icon of 16 by 16; its `path` is to be given a `d`. */
export function appendIcon<E extends HTMLElement>(
  parent: Selection<E, unknown, null, undefined>,
): Selection<SVGPathElement, unknown, null, undefined> {
  return parent
    .append('svg')
    .attr('class', 'icon-box')
    .attr('viewBox', '0 0 16 16')
    .attr('width', 16)
    .attr('height', 16)
    .attr('aria-hidden', 'true')
    .append('path')
    .attr('class', 'icon');
}
