/**
 * One configuration for unit (*.spec.ts), database (*.db.spec.ts) and end-to-end (*.e2e.ts) tests. The scripts of package.json
 * give Node a young generation of 64 MB, which workers inherit: loading modules makes much garbage, and a tenth of all
 * processor time went into it.
 */
const { readFileSync } = require('node:fs');

const swc = JSON.parse(readFileSync(`${__dirname}/.swcrc`, 'utf8'));

module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test', '<rootDir>/bench', '<rootDir>/clients'],
  testMatch: ['**/*.spec.ts', '**/*.e2e.ts'],
  // Those run on servers of their own: npm run test:production.
  testPathIgnorePatterns: ['/node_modules/', '\\.production\\.'],
  // A package of its own, for `npm run test:interop`.
  modulePathIgnorePatterns: ['<rootDir>/test/interop/node_modules'],
  testEnvironment: '<rootDir>/test/environment.cjs',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'require', 'default'] },
  // Packages that call their TypeScript "source", as ours does: what is built of them is meant.
  moduleNameMapper: Object.fromEntries(
    ['eventsource', 'eventsource-parser', 'eventsource-parser/stream'].map((name) => [
      `^${name}$`,
      require.resolve(name),
    ]),
  ),
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, $schema: undefined, sourceMaps: 'inline', swcrc: false }] },
  // Far longer than any test takes on a slow machine with other load; conditions are waited for a minute.
  testTimeout: 240_000,
  // More than two cores: end-to-end tests wait for processes of theirs much of the time.
  maxWorkers: 4,
  testSequencer: '<rootDir>/test/long-first.cjs',
  globalSetup: '<rootDir>/test/run.setup.cjs',
  globalTeardown: '<rootDir>/test/run.teardown.cjs',
};
