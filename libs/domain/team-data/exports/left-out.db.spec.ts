import { MIGRATIONS } from '#domain/migrations';
import { openTestDatabase } from '#testing/database';
import { CatalogQueries } from '../catalog/catalog.queries';
import type { CatalogTable, OwnedTable } from '../catalog/catalog.types';
import { ownedTables } from '../catalog/owned-tables';
import { COLUMNS_LEFT_OUT, exportedColumns, isExportedTable, needsALook, READABLE, TABLES_LEFT_OUT } from './left-out';

describe('what an export of a team leaves out', () => {
  let all: CatalogTable[];
  let owned: OwnedTable[];

  beforeAll(async () => {
    const db = await openTestDatabase({ migrations: MIGRATIONS });
    all = await new CatalogQueries(db.database).tables();
    owned = ownedTables(all);
    await db.close();
  });

  const columnsOf = (table: string) => owned.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];

  test('are no tables but those that belong to nobody', () => {
    const names = owned.map(({ name }) => name);
    const others = all.filter(({ name }) => !names.includes(name)).map(({ name }) => name);
    // Vectors hang on passages by two columns; they are derived, as passages are.
    const ofNobody = ['migration', 'passage_vector', 'password_reset_request', 'unneeded_blob', 'vector_space'];
    expect(others).toEqual(ofNobody);
  });

  test('was looked at wherever a column might hold a secret: say in left-out.ts what it holds', () => {
    const unknown = owned.filter(isExportedTable).flatMap((table) =>
      table.columns
        .filter(needsALook)
        .map(({ name }) => name)
        .filter((name) => !COLUMNS_LEFT_OUT[table.name]?.[name] && !COLUMNS_LEFT_OUT['*']![name])
        .filter((name) => !READABLE[table.name]?.includes(name))
        .map((name) => `${table.name}.${name}`),
    );
    expect(unknown).toEqual([]);
  });

  test('names only tables and columns that there are', () => {
    const tables = owned.map(({ name }) => name);
    const named = [COLUMNS_LEFT_OUT, READABLE].flatMap((by) => Object.keys(by));
    expect(
      [...Object.keys(TABLES_LEFT_OUT), ...named].filter((name) => name !== '*' && !tables.includes(name)),
    ).toEqual([]);
    for (const [table, columns] of Object.entries(COLUMNS_LEFT_OUT))
      if (table !== '*') expect(columnsOf(table)).toEqual(expect.arrayContaining(Object.keys(columns)));
    for (const [table, columns] of Object.entries(READABLE))
      expect(columnsOf(table)).toEqual(expect.arrayContaining([...columns]));
  });

  test('leaves no column of bytes or of a secret in it', () => {
    const exported = owned.filter(isExportedTable).flatMap((table) => exportedColumns(table));
    expect(exported.filter(({ type }) => /^(bytea|vector)/.test(type))).toEqual([]);
    const names = exported.map(({ name }) => name);
    for (const secret of ['hash', 'password_hash', 'secret', 'secrets', 'credentials', 'webhook_secret'])
      expect(names).not.toContain(secret);
  });

  test('is a column that nobody has looked at, when it sounds like a secret', () => {
    const table: OwnedTable = {
      name: 'brand_new',
      columns: [
        { name: 'id', type: 'uuid' },
        { name: 'refresh_token', type: 'text' },
        { name: 'sealed', type: 'bytea' },
        { name: 'input_tokens', type: 'integer' },
        { name: 'body', type: 'text' },
      ],
      primaryKey: ['id'],
      parents: [],
      scope: { column: 'team_id' },
    };
    expect(isExportedTable(table)).toBe(true);
    expect(exportedColumns(table).map(({ name }) => name)).toEqual(['id', 'input_tokens', 'body']);
  });
});
