/** Ends what the files of the run have shared, and waits for it: it may use servers that end with the run. */
const { existsSync, readFileSync, rmSync } = require('node:fs');
const path = require('node:path');
const { setTimeout: delay } = require('node:timers/promises');

const LIMIT_MS = 60_000;
const POLL_MS = 100;

module.exports = async () => {
  const folder = process.env.PARLEY_TEST_RUN;
  if (!folder) return;
  const pidFile = path.join(folder, 'host', 'pid');
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : undefined;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const deadlineMs = Date.now() + LIMIT_MS;
  while (pid !== undefined && isAlive(pid) && Date.now() < deadlineMs) await delay(POLL_MS);
};

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
