import { BotsService } from '#domain/bots';
import { EndUserRecords } from '#domain/context';
import { newId } from '#kernel';
import { LearningUnderTest } from '#testing/learning';
import { FindingsQueries } from '../findings/findings.queries';
import { findingOfRating } from '../findings/ratings';
import { LearnedFromEndUsers } from './learned-from-end-users';

const QUERY = 'When can Ada Lovelace come?';
const RESPONSE = 'On Monday.';

describe('words of end users', () => {
  let learning: LearningUnderTest;

  beforeAll(async () => {
    learning = await LearningUnderTest.open();
    learning.get(LearnedFromEndUsers).onModuleInit();
  });
  afterAll(() => learning.close());
  beforeEach(() => learning.reset());

  const praised = async (userRef: string, query = QUERY) => {
    const at = learning.fixture.clock.now();
    const rated = {
      ratingId: newId(),
      rating: 'positive' as const,
      query,
      response: RESPONSE,
      comment: 'Thanks',
      userRef,
      at,
    };
    const place = { teamId: learning.actor.teamId, botId: learning.botId };
    await learning.get(FindingsQueries).store(place, [findingOfRating(rated)!], at);
  };
  const records = () => learning.get(EndUserRecords);
  const erase = async (userRef: string, botId?: string) =>
    (await records().erase(learning.actor, { userRef, ...(botId ? { botId } : {}) })).learning;

  test('are told to them', async () => {
    await praised('ada');
    await praised('bob', 'Do you ship?');
    const { learning: held } = await records().export(learning.actor, { userRef: 'ada' });
    expect(held).toEqual([
      {
        learningId: expect.any(String),
        type: 'query_response',
        status: 'approved',
        text: QUERY,
        comment: 'Thanks',
        saidAt: learning.fixture.clock.now(),
      },
    ]);
  });

  test('go with the item, and with what it has taught', async () => {
    await praised('ada');
    await learning.apply();
    expect(await learning.documents()).toHaveLength(1);
    expect(await erase('ada')).toBe(1);
    expect(await learning.items()).toEqual([]);
    expect(await learning.documents()).toEqual([]);
    expect(await learning.database.query('select 1 from learning_example')).toEqual([]);
  });

  test('of an item that others have made, too, give way to theirs', async () => {
    await praised('bob', 'when can ada lovelace come');
    await praised('ada');
    await learning.apply();
    expect(await erase('ada')).toBe(1);
    const [item] = await learning.items();
    expect(item).toMatchObject({ lesson: { query: 'when can ada lovelace come' }, exampleCount: 1 });
    expect(item!.appliedAt).not.toBeNull();
    expect(await learning.documents()).toMatchObject([{ title: 'when can ada lovelace come', content: RESPONSE }]);
  });

  test('of intents leave the dataset', async () => {
    const intent = { name: 'shipping', confidence: 0.9, inScope: true };
    const turns = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter, at) => ({
      text: `where is parcel ${letter}`,
      userRef: at === 0 ? 'ada' : 'bob',
      grounded: true,
      intent,
    }));
    await learning.hadTurns(...turns);
    await learning.generate();
    await learning.database.query(`update learning_item set status = 'approved'`);
    await learning.apply();
    await erase('ada');
    const inputs = await learning.database.query<{ input: string }>(
      'select input from training_example order by input',
    );
    expect(inputs.map(({ input }) => input)).toEqual(
      ['b', 'c', 'd', 'e', 'f'].map((letter) => `where is parcel ${letter}`),
    );
  });

  test('stay when another user, or another bot, is meant', async () => {
    await praised('ada');
    const bot = await learning.get(BotsService).create(learning.actor, { name: 'Other' });
    expect(await erase('bob')).toBe(0);
    expect(await erase('ada', bot.id)).toBe(0);
    expect(await learning.items()).toHaveLength(1);
  });
});
