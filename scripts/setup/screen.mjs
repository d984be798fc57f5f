import { findOnPath } from './findOnPath.mjs';

/** Whether windows can be shown to a person here. */
export function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** What to put before a program that needs a screen: nothing, or a virtual one; undefined when there is neither. */
export function screenCommand() {
  if (hasScreen()) return [];
  return findOnPath(['xvfb-run']) === undefined ? undefined : ['xvfb-run', '--auto-servernum'];
}
