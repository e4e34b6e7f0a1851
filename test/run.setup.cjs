/** A folder for what the files of one run share; see libs/testing/parley/shared-installation.ts. */
const { mkdtempSync, writeFileSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');

module.exports = async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parley-test-run-'));
  writeFileSync(path.join(folder, 'run'), String(process.pid));
  process.env.PARLEY_TEST_RUN = folder;
};
