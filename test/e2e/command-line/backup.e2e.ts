import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { Installation, must, runParley, WireClient } from '#testing/parley';
import { FilledInstallation } from './filled-installation';

/** Nobody is called: the webhook leads to a port where nothing listens. */
const NOBODY = 'http://127.0.0.1:9/hook';
const ANY_ADDRESS = { ALLOW_PRIVATE_ADDRESSES: 'true' };

const PAUSE_MS = 100;

describe('a backup', () => {
  let folder: string;
  let parley: Installation;
  let filled: FilledInstallation;
  let archive: string;
  let second: Installation | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'parley-backup-'));
    archive = path.join(folder, 'all.tar.gz');
    parley = await Installation.start(ANY_ADDRESS);
    filled = await FilledInstallation.fill(new WireClient(parley.baseUrl), NOBODY);
  });
  afterAll(async () => {
    await second?.remove();
    await parley.remove();
    rmSync(folder, { recursive: true });
  });

  /** The settings of the installation, but on an embedded database of its own. */
  const embeddedIn = (dataDir: string) => ({
    ...parley.settings,
    DATABASE_URL: '',
    REDIS_URL: '',
    WORKER_IN_API: '',
    DATA_DIR: dataDir,
  });
  const restore = (file: string, environment: Record<string, string>, ...options: string[]) =>
    runParley(['restore', file, ...options], environment);

  test('is made while the server runs, and is there whole or not at all', async () => {
    const asKey = new WireClient(parley.baseUrl).withKey(filled.team.apiKey);
    let isOver = false;
    const talking = (async () => {
      // As people talk: without a pause nobody else would get to the processor.
      for (let n = 0; !isOver; n++, await setTimeout(PAUSE_MS)) {
        const message = { sessionId: `meanwhile-${n}`, message: 'When does the museum open?' };
        must(await asKey.post(`/api/v1/chatbots/${filled.botId}/conversation`, message), 200);
      }
    })();
    const made = await runParley(['backup', archive, '--json'], parley.settings);
    isOver = true;
    await talking;
    expect(made.code).toBe(0);
    const answer = JSON.parse(made.stdout);
    expect(answer).toMatchObject({ file: archive, files: 1, missingFiles: [], withSecrets: false });
    expect(statSync(archive).mode & 0o777).toBe(0o600);
    const again = await runParley(['backup', archive], parley.settings);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('add --force')]);
  });

  test('holds no secret, neither of the installation nor of its teams', () => {
    const content = gunzipSync(readFileSync(archive)).toString('latin1');
    const { JWT_SECRET, SECRETS_KEY } = parley.settings;
    for (const secret of [JWT_SECRET!, SECRETS_KEY!, 'sk-sealed', filled.team.apiKey, filled.team.account.password]) {
      expect(content.includes(secret)).toBe(false);
    }
    expect(content).toContain('museum');
  });

  test('is restored into an empty embedded installation, which then answers as the other did', async () => {
    const other = mkdtempSync(path.join(folder, 'other-'));
    const environment = embeddedIn(other);
    const restored = await restore(archive, environment);
    expect([restored.code, restored.stdout]).toEqual([0, expect.stringContaining('were restored and compared')]);
    const twice = await restore(archive, environment);
    expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining('add --replace')]);
    const unasked = await restore(archive, environment, '--replace');
    expect([unasked.code, unasked.stderr]).toEqual([2, expect.stringContaining('add --yes')]);
    const replaced = await restore(archive, environment, '--replace', '--yes');
    expect(replaced.code).toBe(0);
    second = await Installation.startEmbedded(ANY_ADDRESS, other);
    await filled.expectEverything(new WireClient(second.baseUrl));
    const running = await restore(archive, environment, '--replace', '--yes');
    expect([running.code, running.stderr]).toEqual([2, expect.stringContaining('Stop its servers')]);
  });

  test('under another SECRETS_KEY is refused with what to do, and changes nothing', async () => {
    const other = mkdtempSync(path.join(folder, 'key-'));
    const SECRETS_KEY = Buffer.alloc(32, 'other').toString('base64');
    const environment = { ...embeddedIn(other), SECRETS_KEY };
    const refused = await restore(archive, environment);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('another SECRETS_KEY')]);
    const status = await runParley(['status', '--json'], environment);
    expect(JSON.parse(status.stdout).counts).toMatchObject({ teams: 0, bots: 0 });
  });

  test.each([
    ['cut off', (file: string) => truncateSync(file, statSync(file).size - 300)],
    ['changed', (file: string) => flipByte(file)],
    ['something else', (file: string) => writeFileSync(file, 'no archive at all')],
  ])('that is %s is refused before anything is touched', async (_what, spoil) => {
    const other = mkdtempSync(path.join(folder, 'spoilt-'));
    const file = path.join(other, 'spoilt.tar.gz');
    writeFileSync(file, readFileSync(archive));
    spoil(file);
    const environment = embeddedIn(other);
    const refused = await restore(file, environment);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(/cannot be read|damaged|cut off/)]);
  });
});

function flipByte(file: string): void {
  const content = readFileSync(file);
  const at = Math.floor(content.length / 2);
  content[at] = content[at]! ^ 0xff;
  writeFileSync(file, content);
}
