import { newId } from '#kernel';
import { LearningUnderTest } from '#testing/learning';
import { RatingIntake } from '../jobs/rating-intake';
import { LearningFromRatings } from './learning-from-ratings.service';

const QUERY = 'What are your opening hours?';
const RESPONSE = 'We are open 9 to 5.';

interface Given {
  rating: 'positive' | 'neutral' | 'negative';
  query?: string;
  response?: string;
  comment?: string;
}

describe('learning from ratings', () => {
  let learning: LearningUnderTest;

  beforeAll(async () => {
    learning = await LearningUnderTest.open();
  });
  afterAll(() => learning.close());
  beforeEach(() => learning.reset());

  /** As the chats tell it: `ofMessage` stands in where the caller gave no words. */
  const rated = async ({ rating, query, response, comment }: Given, ofMessage = { query, response }) => {
    const conversationId = await learning.conversation('their-user');
    const ratingId = newId();
    await learning.database.query(
      `insert into response_rating (id, team_id, bot_id, conversation_id, rating, query, response)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [ratingId, learning.actor.teamId, learning.botId, conversationId, rating, query ?? null, response ?? null],
    );
    const said = { query: query ?? ofMessage.query ?? null, response: response ?? ofMessage.response ?? null };
    return {
      id: newId(),
      name: 'message.rated',
      teamId: learning.actor.teamId,
      occurredAt: learning.fixture.clock.now(),
      data: {
        botId: learning.botId,
        conversationId,
        ratingId,
        rating,
        comment: comment ?? null,
        userRef: null,
        ...said,
      },
    };
  };
  const hear = async (given: Given, ofMessage?: { query: string; response: string }) => {
    const event = await rated(given, ofMessage);
    await new RatingIntake(learning.get(LearningFromRatings)).consume(event);
    return event;
  };

  test('a good one with question and answer is an approved item', async () => {
    await hear({ rating: 'positive', query: QUERY, response: RESPONSE });
    expect(await learning.items()).toMatchObject([
      {
        type: 'query_response',
        source: 'user_feedback',
        status: 'approved',
        lesson: { query: QUERY, response: RESPONSE, confidence: 0.9 },
        examples: [QUERY],
        exampleCount: 1,
      },
    ]);
  });

  test('heard again it changes nothing; given again it counts', async () => {
    const event = await hear({ rating: 'positive', query: QUERY, response: RESPONSE });
    await new RatingIntake(learning.get(LearningFromRatings)).consume(event);
    expect(await learning.items()).toMatchObject([{ exampleCount: 1 }]);
    await hear({ rating: 'positive', query: 'what are your opening hours', response: RESPONSE });
    expect(await learning.items()).toMatchObject([{ exampleCount: 2, status: 'approved' }]);
  });

  test('a bad one with a comment waits for somebody to say what is right', async () => {
    const ofMessage = { query: QUERY, response: 'We never close.' };
    await hear({ rating: 'negative', comment: 'You do close!' }, ofMessage);
    await hear({ rating: 'negative', comment: 'Wrong.' }, ofMessage);
    expect(await learning.items()).toMatchObject([
      {
        type: 'query_response',
        source: 'user_feedback',
        status: 'pending',
        lesson: { query: QUERY },
        evidence: { rejectedResponse: 'We never close.' },
        comments: expect.arrayContaining(['You do close!', 'Wrong.']),
      },
    ]);
  });

  test.each<[string, Given]>([
    ['neutral', { rating: 'neutral', query: QUERY, response: RESPONSE }],
    ['good without an answer', { rating: 'positive', query: QUERY }],
    ['good without a question', { rating: 'positive', response: RESPONSE }],
    ['bad without a comment', { rating: 'negative', query: QUERY, response: RESPONSE }],
    ['bad about nothing', { rating: 'negative', comment: 'Bad.' }],
  ])('one that is %s teaches nothing', async (_, given) => {
    await hear(given);
    expect(await learning.items()).toEqual([]);
  });

  test('a good one of a message alone teaches nothing: the bot knew the answer', async () => {
    await hear({ rating: 'positive' }, { query: QUERY, response: RESPONSE });
    expect(await learning.items()).toEqual([]);
  });

  test('one of a bot that is gone meanwhile does no harm', async () => {
    const event = await rated({ rating: 'positive', query: QUERY, response: RESPONSE });
    await learning.database.query('delete from bot where id = $1', [learning.botId]);
    await new RatingIntake(learning.get(LearningFromRatings)).consume(event);
    expect(await learning.database.query('select 1 from learning_item')).toEqual([]);
  });
});
