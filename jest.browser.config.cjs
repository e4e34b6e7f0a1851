/** The chat widget in a real browser, on the built product (*.browser.ts). Needs Chromium: CHROMIUM_PATH, or where it usually is. */
const base = require('./jest.config.cjs');

module.exports = {
  ...base,
  roots: ['<rootDir>/test/browser'],
  testMatch: ['**/*.browser.ts'],
  maxWorkers: 2,
};
