import type { Page } from 'playwright-core';
import { runCommand } from './quickInput.ts';

export interface Problem {
  readonly severity: 'error' | 'warning' | 'info';
  /** The message, without source and code. */
  readonly message: string;
  /** From 1, as the panel shows them. */
  readonly line: number;
  readonly column: number;
}

/** What the Problems panel lists, in its order and without related places; as much as fits in its height. */
export async function problems(page: Page): Promise<Problem[]> {
  await runCommand(page, 'Problems: Focus on Problems View');
  const panel = page.locator('.markers-panel');
  await panel.waitFor();
  const rows = await panel.locator('.monaco-list-row:has(.marker-icon)').evaluateAll((elements) =>
    elements.map((element) => ({
      top: Number.parseFloat(element.style.top),
      icon: element.querySelector('.marker-icon')?.className ?? '',
      message: Array.from(
        element.querySelectorAll('.marker-message'),
        (line: { textContent: string }) => line.textContent,
      ).join('\n'),
      place: element.querySelector('.marker-line')?.textContent ?? '',
    })),
  );
  return rows
    .sort((one, other) => one.top - other.top)
    .map(({ icon, message, place }) => {
      const [, line, column] = /Ln (\d+), Col (\d+)/.exec(place) ?? [];
      const severity = icon.includes('error') ? 'error' : icon.includes('warning') ? 'warning' : 'info';
      return { severity, message, line: Number(line), column: Number(column) };
    });
}

/** Waits until the status bar counts this many problems. */
export async function problemCount(page: Page, errors: number, warnings = 0): Promise<void> {
  const counts = new RegExp(`^\\s*${errors}\\s+${warnings}\\b`);
  await page.locator('[id="status.problems"]', { hasText: counts }).waitFor();
}
