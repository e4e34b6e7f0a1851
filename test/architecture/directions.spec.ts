import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const ROOT = path.resolve(__dirname, '../..');
const NAMELESS = /^(common|shared|core|utils?|helpers?|misc)$/;

interface CruiseResult {
  summary: { totalCruised: number; violations: Array<{ from: string; to: string; rule: { name: string } }> };
}

describe('the house', () => {
  test('keeps its directions: every import goes down and through doors', async () => {
    const bin = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [bin, 'apps', 'libs', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      cwd: ROOT,
      maxBuffer: 256 * 1024 * 1024,
    }).catch((error: { stdout: string }) => error);
    const { summary } = JSON.parse(stdout) as CruiseResult;
    expect(summary.totalCruised).toBeGreaterThan(50);
    expect(summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });

  test('has no room whose name says nothing', () => {
    const folders = ['apps', 'libs', 'test', 'bench'].flatMap((top) => foldersBelow(path.join(ROOT, top)));
    expect(folders.filter((folder) => NAMELESS.test(path.basename(folder)))).toEqual([]);
  });
});

/** Without packages of others (`test/interop` has some) and what is generated. */
function foldersBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== 'generated')
    .flatMap(({ name }) => [path.join(folder, name), ...foldersBelow(path.join(folder, name))]);
}
