/** Installs the package of this folder where its lock file is another than last time. */
const { execFileSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const setUpRun = require('../run.setup.cjs');

const STAMP = path.join(__dirname, 'node_modules/.installed');

function install() {
  const hash = createHash('sha256')
    .update(readFileSync(path.join(__dirname, 'package-lock.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  // None of the packages needs its scripts.
  const order = ['ci', '--prefix', __dirname, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', order, { stdio: 'inherit', shell: process.platform === 'win32' });
  writeFileSync(STAMP, hash);
}

module.exports = async () => {
  install();
  await setUpRun();
};
