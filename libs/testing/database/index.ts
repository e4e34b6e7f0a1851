export { fillTables } from './fill-tables';
export { openTestDatabase, type TestDatabase, type TestDatabaseOptions } from './open-test-database';
export { openTestEngine, type TestEngine, type TestEngineOptions } from './open-test-engine';
export { createEmptyDatabase, type OwnDatabase } from './postgres-test-database';
export { testTemplate } from './test-template';
