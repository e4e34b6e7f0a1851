/** The Python client with Python itself, on the built product (*.python.ts). Needs python3: PYTHON, or the one of the path. */
const base = require('./jest.config.cjs');

module.exports = {
  ...base,
  roots: ['<rootDir>/test/e2e/clients'],
  testMatch: ['**/*.python.ts'],
  maxWorkers: 1,
};
