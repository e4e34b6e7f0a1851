import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createEmptyDatabase } from '#testing/database';
import { Installation, runParley, WireClient } from '#testing/parley';
import { FilledInstallation } from '../command-line/filled-installation';

const NOBODY = 'http://127.0.0.1:9/hook';
const ANY_ADDRESS = { ALLOW_PRIVATE_ADDRESSES: 'true' };

describe('an embedded installation', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parley-move-'));
  const started: Installation[] = [];

  afterAll(async () => {
    for (const installation of started) await installation.remove();
    rmSync(folder, { recursive: true });
  });

  const keep = async (starting: Promise<Installation>) => {
    const installation = await starting;
    started.push(installation);
    return installation;
  };

  test('is moved to PostgreSQL and Redis with everything still there', async () => {
    const files = path.join(folder, 'files');
    const settingsFile = path.join(folder, 'production.env');
    const embedded = await keep(Installation.startEmbedded(ANY_ADDRESS));
    const filled = await FilledInstallation.fill(new WireClient(embedded.baseUrl), NOBODY);
    const target = await createEmptyDatabase(process.env.DATABASE_URL!);
    const options = ['--to', target.url, '--files', files, '--write-settings', settingsFile, '--json'];
    const move = () => runParley(['move', ...options], embedded.settings);

    const running = await move();
    expect([running.code, running.stderr]).toEqual([2, expect.stringContaining('Stop its servers')]);

    await embedded.stop();
    const moved = await move();
    expect([moved.code, moved.stderr]).toEqual([0, expect.stringContaining('Reading rows')]);
    const answer = JSON.parse(moved.stdout);
    expect(answer.files).toBe(1);
    expect(answer.rows).toBeGreaterThan(50);
    expect(statSync(settingsFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(settingsFile, 'utf8')).toContain(`DATABASE_URL=${target.url}\n`);

    const production = await keep(Installation.startOn(target, { ...ANY_ADDRESS, BLOB_DIR: files }));
    await filled.expectEverything(new WireClient(production.baseUrl));
    const again = await move();
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('is there already')]);

    // What it was moved from is as it was.
    const still = await keep(embedded.restart());
    await filled.expectEverything(new WireClient(still.baseUrl));
  });
});
