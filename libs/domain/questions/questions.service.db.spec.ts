import { BotsService } from '#domain/bots';
import { DocumentSearch } from '#domain/documents';
import { KnowledgeBasesService } from '#domain/knowledge';
import { QuestionsModule } from '#domain/questions';
import { newId } from '#kernel';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { Questions } from './questions.service';
import type { NewQuestion } from './questions.types';

const CAPITAL = {
  name: 'capital',
  phrasings: ['What is the capital of France?', 'Which city is the French capital?'],
  answer: 'Paris',
  llmReply: false,
  relatedPrompts: [{ label: 'Population', prompt: 'How many people live in Paris?' }],
  tags: ['geography'],
  metadata: { lang: 'en', nested: [1, null] },
};
const HOURS = { phrasings: ['When are you open?'], answer: 'From nine to five.' };

describe('questions', () => {
  let fixture: DocumentsUnderTest;
  let questions: Questions;
  let tenant: Tenant;
  let baseId: string;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open({ modules: [QuestionsModule] });
    questions = fixture.get(Questions);
  });
  afterAll(() => fixture.close());

  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
    baseId = (await fixture.newBase(tenant)).id;
    fixture.outbox.events.length = 0;
  });

  const add = (input: NewQuestion) => questions.add(tenant.actor, baseId, input);
  const search = (query: string, tags: string[] = [], inBase = baseId) =>
    fixture.get(DocumentSearch).search(tenant.actor, inBase, { query, limit: 10, tags });
  const found = async (query: string, tags?: string[], inBase?: string) => {
    const hits = await search(query, tags, inBase);
    return hits.map(({ document }) => document.title);
  };

  test('a question is read as it was written, and found at once by each of its phrasings', async () => {
    const question = await add(CAPITAL);
    expect(question).toMatchObject(CAPITAL);
    expect(await questions.get(tenant.actor, baseId, question.id)).toEqual(question);
    expect(await search('capital of France')).toEqual([
      {
        document: { id: question.id, title: CAPITAL.phrasings[0], content: 'Paris', tags: ['geography'] },
        passage: 'Paris',
        score: expect.any(Number),
      },
    ]);
    expect((await found('French capital'))[0]).toBe(CAPITAL.phrasings[1]);
    expect(fixture.outbox.events).toEqual([
      {
        name: 'question.added',
        teamId: tenant.actor.teamId,
        data: { questionId: question.id, baseId, name: 'capital' },
      },
    ]);
  });

  test('what is left out has its default, and phrasings and tags are trimmed and kept once', async () => {
    const question = await add({ phrasings: [' When? ', 'When?', 'Since when?'], answer: ' Now ', tags: ['a', ' a'] });
    expect(question).toMatchObject({
      name: expect.stringMatching(/^question-[0-9a-f-]{36}$/),
      phrasings: ['When?', 'Since when?'],
      answer: ' Now ',
      llmReply: true,
      relatedPrompts: [],
      tags: ['a'],
      metadata: {},
    });
  });

  test('after an update the old phrasings are no longer found, the new ones are, and the rest is as it was', async () => {
    const { id } = await add(CAPITAL);
    fixture.clock.advance(1_000);
    const changed = await questions.update(tenant.actor, baseId, id, { phrasings: ['Where does the king live?'] });
    expect(changed).toMatchObject({
      ...CAPITAL,
      phrasings: ['Where does the king live?'],
      updatedAt: fixture.clock.now(),
    });
    expect(await questions.get(tenant.actor, baseId, id)).toEqual(changed);
    expect(await found('capital of France')).toEqual([]);
    expect(await found('king')).toEqual(['Where does the king live?']);
    expect(fixture.outbox.names).toEqual(['question.added', 'question.updated']);
  });

  test('null clears what can be empty', async () => {
    const { id } = await add(CAPITAL);
    const cleared = { tags: null, metadata: null, relatedPrompts: null, name: null };
    expect(await questions.update(tenant.actor, baseId, id, cleared)).toMatchObject({
      name: 'capital',
      tags: [],
      metadata: {},
      relatedPrompts: [],
    });
  });

  test('new tags filter searches at once, also when nothing else has changed', async () => {
    const { id } = await add(CAPITAL);
    await questions.update(tenant.actor, baseId, id, { tags: ['quiz'] });
    expect(await found('capital of France', ['quiz'])).toHaveLength(1);
    expect(await found('capital of France', ['geography'])).toEqual([]);
  });

  test('a name is taken once in a base, also by two at the same moment, and free in another base', async () => {
    const { id } = await add(CAPITAL);
    const taken = { code: 'questions.name_taken', kind: 'conflict' };
    await expect(add({ ...HOURS, name: ' capital ' })).rejects.toMatchObject(taken);
    const other = await add({ ...HOURS, name: 'hours' });
    await expect(questions.update(tenant.actor, baseId, other.id, { name: 'capital' })).rejects.toMatchObject(taken);
    expect(await questions.update(tenant.actor, baseId, id, { name: 'capital' })).toMatchObject({ name: 'capital' });
    const third = await add(HOURS);
    const renamed = [other, third].map((one) => questions.update(tenant.actor, baseId, one.id, { name: 'same' }));
    const outcomes = await Promise.allSettled(renamed);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes).toContainEqual({ status: 'rejected', reason: expect.objectContaining(taken) });
    const another = await fixture.newBase(tenant);
    expect(await questions.add(tenant.actor, another.id, CAPITAL)).toMatchObject({ name: 'capital' });
  });

  test('many are added together, or none when one name is taken', async () => {
    const inputs = Array.from({ length: 300 }, (_, number) => ({
      name: `part-${number}`,
      phrasings: [`What does spare part number${number} cost?`],
      answer: `${number} euros.`,
    }));
    expect(await questions.addAll(tenant.actor, baseId, inputs)).toHaveLength(300);
    expect((await found('number217'))[0]).toBe(inputs[217]?.phrasings[0]);
    const twice = [HOURS, { ...HOURS, name: 'new' }, { ...HOURS, name: 'new' }, { ...HOURS, name: 'part-7' }];
    await expect(questions.addAll(tenant.actor, baseId, twice)).rejects.toMatchObject({
      code: 'questions.name_taken',
      fields: [{ field: 'questions.2.name' }, { field: 'questions.3.name' }],
    });
    expect(await questions.list(tenant.actor, baseId, { page: 1, limit: 1 })).toMatchObject({ total: 300 });
    expect(await found('open')).toEqual([]);
  });

  test('lists go page by page, oldest first, and look for a part of name, phrasing or answer', async () => {
    for (const name of ['one', 'two', 'three']) await add({ ...HOURS, name });
    await add(CAPITAL);
    const names = async (request: { page?: number; limit?: number; search?: string }) => {
      const { items, total } = await questions.list(tenant.actor, baseId, { page: 1, limit: 10, ...request });
      return [total, ...items.map(({ name }) => name)];
    };
    expect(await names({ page: 2, limit: 3 })).toEqual([4, 'capital']);
    expect(await names({ search: 'pARi' })).toEqual([1, 'capital']);
    expect(await names({ search: 'french CAP' })).toEqual([1, 'capital']);
    expect(await names({ search: 'T', limit: 1 })).toEqual([4, 'one']);
    expect(await names({ search: '100%_' })).toEqual([0]);
  });

  test('a deleted question is found no more, and nothing of it is left', async () => {
    const { id } = await add(CAPITAL);
    await questions.delete(tenant.actor, baseId, id);
    expect(await found('capital of France')).toEqual([]);
    expect(await fixture.rowsLeft()).toEqual({
      knowledge_base: 1,
      lexical_index: 1,
      lexical_posting: expect.any(Number),
    });
    expect(fixture.outbox.names).toEqual(['question.added', 'question.removed']);
    await expect(questions.delete(tenant.actor, baseId, id)).rejects.toMatchObject({ code: 'questions.not_found' });
  });

  test('many are found by id in one statement, those of other teams and unknown ones left out', async () => {
    const [one, two] = [await add(CAPITAL), await add(HOURS)];
    const other = await fixture.newTenant();
    const theirs = await questions.add(other.actor, (await fixture.newBase(other)).id, CAPITAL);
    const byId = await questions.find(tenant.actor.teamId, [two.id, theirs.id, newId(), one.id]);
    expect([...byId].sort()).toEqual(
      [
        [one.id, one],
        [two.id, two],
      ].sort(),
    );
    expect(await questions.find(tenant.actor.teamId, [])).toEqual(new Map());
  });

  test('a base deleted while questions come in is gone with all of them', async () => {
    const adding = Array.from({ length: 6 }, () => add(HOURS).catch((error: { code: string }) => error.code));
    const outcomes = await Promise.all([...adding, fixture.get(KnowledgeBasesService).delete(tenant.actor, baseId)]);
    const refusals = outcomes.filter((outcome) => typeof outcome === 'string');
    expect(refusals.every((code) => code === 'knowledge.base_not_found')).toBe(true);
    expect(await fixture.rowsLeft()).toEqual({});
  });

  describe('of a bot, by name', () => {
    const named = (input: Partial<NewQuestion> = {}) =>
      questions.uploadNamed(tenant.actor, tenant.bot.id, { ...CAPITAL, ...input });

    test('stand in its own base, which is made for the first one', async () => {
      const question = await named();
      const ownBase = await fixture.get(KnowledgeBasesService).findOwn(tenant.actor, tenant.bot.id);
      expect(question).toMatchObject({ ...CAPITAL, baseId: ownBase?.id });
      expect((await named({ name: 'second' })).baseId).toBe(question.baseId);
      expect(await found('capital of France', [], question.baseId)).toHaveLength(2);
    });

    test('are listed, changed and deleted in all bases of the bot', async () => {
      const elsewhere = await add({ ...HOURS, name: 'hours' });
      await named();
      const list = (page?: { page: number; limit: number }) => questions.listNames(tenant.actor, tenant.bot.id, page);
      expect(await list()).toEqual(['hours', 'capital']);
      expect(await list({ page: 2, limit: 1 })).toEqual(['capital']);
      await expect(named({ name: 'hours' })).rejects.toMatchObject({ code: 'questions.name_taken' });
      await questions.updateNamed(tenant.actor, tenant.bot.id, 'hours', { answer: 'Around the clock.' });
      expect(await questions.get(tenant.actor, baseId, elsewhere.id)).toMatchObject({ answer: 'Around the clock.' });
      await questions.deleteNamed(tenant.actor, tenant.bot.id, 'hours');
      expect(await list()).toEqual(['capital']);
      await expect(questions.deleteNamed(tenant.actor, tenant.bot.id, 'hours')).rejects.toMatchObject({
        code: 'questions.not_found',
      });
    });

    test('of others are not there', async () => {
      await named();
      const other = await fixture.newTenant();
      const botId = tenant.bot.id;
      const calls = [
        questions.uploadNamed(other.actor, botId, CAPITAL),
        questions.updateNamed(other.actor, botId, 'capital', { answer: 'Mine' }),
        questions.deleteNamed(other.actor, botId, 'capital'),
        questions.listNames(other.actor, botId),
      ];
      for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'bots.not_found' });
      expect(await questions.listNames(other.actor, other.bot.id)).toEqual([]);
      await expect(questions.deleteNamed(other.actor, other.bot.id, 'capital')).rejects.toMatchObject({
        code: 'questions.not_found',
      });
    });

    test('go with the bot, so that one of the same name begins with none', async () => {
      await named();
      await add(HOURS);
      await fixture.get(BotsService).delete(tenant.actor, tenant.bot.id);
      expect(await fixture.rowsLeft()).toEqual({});
    });
  });

  test('those of other teams are not there', async () => {
    const other = await fixture.newTenant();
    const { id } = await add(CAPITAL);
    const calls = [
      questions.add(other.actor, baseId, HOURS),
      questions.list(other.actor, baseId, { page: 1, limit: 10 }),
      questions.get(other.actor, baseId, id),
      questions.update(other.actor, baseId, id, { answer: 'Mine' }),
      questions.delete(other.actor, baseId, id),
    ];
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'knowledge.base_not_found' });
    const theirBase = (await fixture.newBase(other)).id;
    for (const unknown of [id, newId(), 'x']) {
      const error = { code: 'questions.not_found' };
      await expect(questions.get(other.actor, theirBase, unknown)).rejects.toMatchObject(error);
      await expect(questions.update(other.actor, theirBase, unknown, { answer: 'Mine' })).rejects.toMatchObject(error);
      await expect(questions.delete(other.actor, theirBase, unknown)).rejects.toMatchObject(error);
    }
    expect(await questions.get(tenant.actor, baseId, id)).toMatchObject(CAPITAL);
  });
});
