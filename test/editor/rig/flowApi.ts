import { ConfigurationTarget, type Extension, extensions, workspace } from 'vscode';
import { EXTENSION, type FlowApi } from '../../../src/editor/api.ts';
import type { Settings } from '../../../src/editor/names/settings.ts';

export function extension(): Extension<FlowApi> {
  const found = extensions.getExtension<FlowApi>(EXTENSION);
  if (found === undefined) throw new Error(`${EXTENSION} is not installed.`);
  return found;
}

/**
 * Activates the extension, where it isn't yet, and resolves with what it gives to other extensions. How runs end
 * isn't announced, so that the end of one test's run doesn't speak into the next test.
 */
export async function flowApi(): Promise<FlowApi> {
  const quiet: Settings['flow.run.notifications'] = 'none';
  await workspace.getConfiguration().update('flow.run.notifications', quiet, ConfigurationTarget.Global);
  return extension().activate();
}
