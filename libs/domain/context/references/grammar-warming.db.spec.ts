import { newId } from '#kernel';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { MIGRATIONS } from '../../migrations';
import { grammarOf } from './find-pointers';
import { GrammarWarming, patternsOf } from './grammar-warming.service';

describe('compiling grammars beforehand', () => {
  let db: TestDatabase;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS });
  });
  afterAll(() => db.close());
  beforeEach(() => db.reset());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const knowledgeIn = async (...languages: string[]) => {
    const [teamId, botId, baseId] = [newId(), newId(), newId()];
    await db.database.query(`insert into team (id, name) values ($1, 'Team')`, [teamId]);
    await db.database.query(`insert into bot (id, team_id, slug, name) values ($1, $2, 'b', 'B')`, [botId, teamId]);
    await db.database.query(`insert into knowledge_base (id, team_id, bot_id, name) values ($1, $2, $3, 'Base')`, [
      baseId,
      teamId,
      botId,
    ]);
    const [index] = await db.database.query<{ number: number }>(
      'insert into lexical_index (base_id) values ($1) returning number',
      [baseId],
    );
    await db.database.query(
      `insert into lexical_segment (index_number, passage_count, total_length, bucket_count, vocabulary_bucket_count,
         low_seq, high_seq, languages) values ($1, 1, 1, 1, 1, 1, 1, $2)`,
      [index?.number, languages],
    );
  };

  test('uses every pattern of the languages that the knowledge is in, and leaves them as they were', async () => {
    await knowledgeIn('nl', 'ja');
    const patterns = patternsOf(grammarOf('nl'));
    const used = patterns.map((pattern) => jest.spyOn(pattern, 'exec'));
    const languages = await new GrammarWarming(db.database).warm(new AbortController().signal);
    expect(languages).toEqual(['nl']);
    expect(used.every(({ mock }) => mock.calls.length === 2)).toBe(true);
    expect(patterns.every(({ lastIndex }) => lastIndex === 0)).toBe(true);
  });

  test('stops with the process', async () => {
    await knowledgeIn('nl');
    await expect(new GrammarWarming(db.database).warm(AbortSignal.abort())).rejects.toThrow();
  });
});
