/**
 * What runs on DATABASE_URL and REDIS_URL: database and queue tests (*.db.spec.ts) and end-to-end tests (*.e2e.ts), but
 * those of the embedded database (*.embedded.*).
 */
const base = require('./jest.config.cjs');

module.exports = {
  ...base,
  testMatch: ['**/*.db.spec.ts', '**/*.e2e.ts'],
  testPathIgnorePatterns: ['/node_modules/', '\\.embedded\\.', '/libs/infra/database/embedded/'],
  globalSetup: '<rootDir>/test/production-services.cjs',
};
