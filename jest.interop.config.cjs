/** Linters, generators and conformance suites of others, from a package of their own (`test/interop`). */
const base = require('./jest.config.cjs');

module.exports = {
  ...base,
  roots: ['<rootDir>/test/interop'],
  testMatch: ['<rootDir>/test/interop/*.interop.ts'],
  globalSetup: '<rootDir>/test/interop/run.setup.cjs',
};
