/**
 * What runs on DATABASE_URL and REDIS_URL: database and queue tests (*.db.spec.ts) and end-to-end tests (*.e2e.ts), but
 * those of the embedded database (*.embedded.*), and those to which neither the database nor the queue makes a difference,
 * which `npm test` runs.
 */
const base = require('./jest.config.cjs');

const ALIKE = [
  '/test/e2e/attacks/',
  '/test/e2e/clients/',
  // What of it asks the database is in production/move.
  '/test/e2e/command-line/',
  '/test/e2e/odd-input',
  '/test/e2e/openapi',
  '/test/e2e/overload',
  '/test/e2e/platform/hostile-files',
  '/test/e2e/settings',
  '/libs/domain/training/comparisons/activation',
];

module.exports = {
  ...base,
  testMatch: ['**/*.db.spec.ts', '**/*.e2e.ts'],
  testPathIgnorePatterns: ['/node_modules/', '\\.embedded\\.', '/libs/infra/database/embedded/', ...ALIKE],
  globalSetup: '<rootDir>/test/production-services.cjs',
};
