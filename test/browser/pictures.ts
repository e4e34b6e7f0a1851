import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** Where somebody can look at them. */
const FOLDER = process.env.SCREENSHOTS_DIR ?? path.join(os.tmpdir(), 'parley-widget-screenshots');

export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
}
