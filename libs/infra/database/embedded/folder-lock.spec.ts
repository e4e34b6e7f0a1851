import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { lockFolder, ownerOf } from './folder-lock';

const OWNER_PID = 4_242;
/** The pid file works everywhere, the abstract socket on Linux only. */
const PLATFORMS: NodeJS.Platform[] = process.platform === 'linux' ? ['linux', 'darwin'] : ['darwin'];

describe.each(PLATFORMS)('lockFolder on %s', (platform) => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'parley-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const lock = (waitMs = 0) => lockFolder(folder, { waitMs, ownerPid: OWNER_PID, platform });

  test('gives a folder to one owner at a time', async () => {
    const first = await lock();
    expect(first).toBeDefined();
    expect(await lock()).toBeUndefined();
    expect(ownerOf(folder)).toBe(OWNER_PID);
    first?.release();
    const second = await lock();
    expect(second).toBeDefined();
    second?.release();
    expect(ownerOf(folder)).toBeUndefined();
  });

  test('waits for an owner that is leaving', async () => {
    const first = await lock();
    setTimeout(() => first?.release(), 100);
    const second = await lock(60_000);
    expect(second).toBeDefined();
    second?.release();
  });
});

describe('the pid file of a lock', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'parley-lock-'));
    file = path.join(folder, 'parley.pid');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const lock = () => lockFolder(folder, { waitMs: 0, ownerPid: OWNER_PID, platform: 'darwin' });

  test('does not count when its engine is dead, even if the owner lives', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(file, `${process.pid}\n${pid}\n`);
    const taken = await lock();
    expect(taken).toBeDefined();
    taken?.release();
    expect(existsSync(file)).toBe(false);
  });

  test('does not count when it was written before the machine started', async () => {
    writeFileSync(file, `${process.pid}\n${process.pid}\n`);
    const beforeBootSeconds = Date.now() / 1_000 - os.uptime() - 60;
    utimesSync(file, beforeBootSeconds, beforeBootSeconds);
    const taken = await lock();
    expect(taken).toBeDefined();
    taken?.release();
  });

  test('counts while it is being written', async () => {
    writeFileSync(file, '');
    expect(await lock()).toBeUndefined();
  });
});
