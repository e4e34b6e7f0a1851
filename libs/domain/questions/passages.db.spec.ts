/** What searches find of questions, and what is left of passages when what they are of is deleted, in whatever way. */
import { BotsService } from '#domain/bots';
import { DocumentIndexing, DocumentSearch, DocumentsService, DocumentUploads } from '#domain/documents';
import { KnowledgeBasesService } from '#domain/knowledge';
import { QuestionsModule } from '#domain/questions';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { Questions } from './questions.service';

const CAPITAL = { phrasings: ['What is the capital of France?'], answer: 'Paris' };
const LONG_ANSWER = 'You will find everything on this in the handbook, which is in the hall. '.repeat(500);

describe('the passages of questions and documents', () => {
  let fixture: DocumentsUnderTest;
  let questions: Questions;
  let documents: DocumentsService;
  let tenant: Tenant;
  let baseId: string;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open({ modules: [QuestionsModule] });
    questions = fixture.get(Questions);
    documents = fixture.get(DocumentsService);
  });
  afterAll(() => fixture.close());

  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
    baseId = (await fixture.newBase(tenant)).id;
  });

  const search = (query: string) => fixture.get(DocumentSearch).search(tenant.actor, baseId, { query, limit: 5 });
  const best = async (query: string) => {
    const [hit] = await search(query);
    return { id: hit?.document.id, score: hit?.score ?? 0 };
  };
  const addManyDocuments = () =>
    documents.addItems(
      tenant.actor,
      baseId,
      Array.from({ length: 200 }, (_, at) => ({
        title: `Town ${at}`,
        content: `Town number${at} of France lies ${at} kilometres from its capital, and what its people like is cheese.`,
      })),
    );

  describe('of a question', () => {
    test('are found by its phrasing and by other words for it, when there is nothing else in the base', async () => {
      const { id } = await questions.add(tenant.actor, baseId, CAPITAL);
      for (const query of [
        'What is the capital of France?',
        'capital France',
        'Tell me the capital of France please',
      ]) {
        const hit = await best(query);
        expect(hit.id).toBe(id);
        expect(hit.score).toBeGreaterThan(0.5);
      }
      expect((await best('How do I bake bread?')).score).toBeLessThan(0.5);
    });

    test('come first among many documents that say the same words', async () => {
      await addManyDocuments();
      const { id } = await questions.add(tenant.actor, baseId, CAPITAL);
      expect((await best('What is the capital of France?')).id).toBe(id);
      expect((await best("what's the capital of france")).id).toBe(id);
      expect((await best('Paris')).id).toBe(id);
    });

    test('are as easily found when the answer is very long or the phrasings are many', async () => {
      await addManyDocuments();
      const long = await questions.add(tenant.actor, baseId, { ...CAPITAL, answer: LONG_ANSWER });
      const hit = await best('What is the capital of France?');
      expect(hit.id).toBe(long.id);
      expect(hit.score).toBeGreaterThan(0.5);
      const phrasings = Array.from({ length: 99 }, (_, at) => `Does machine number${at} have a warranty?`);
      const many = await questions.add(tenant.actor, baseId, { phrasings, answer: 'Two years.' });
      expect((await best('machine number42 warranty')).id).toBe(many.id);
    });

    test('do not hide a document that answers better', async () => {
      const phrasings = Array.from({ length: 100 }, (_, at) => `How do I order part number${at}?`);
      await questions.add(tenant.actor, baseId, { phrasings, answer: 'Use the order form.' });
      const item = await documents.addItem(tenant.actor, baseId, {
        title: 'Lost order form',
        content: 'If the order form was lost, the office prints another one.',
      });
      expect((await best('I lost the order form, who prints another one?')).id).toBe(item.id);
    });
  });

  describe('are gone', () => {
    const passagesLeft = async () => {
      const { passage_source, passage } = await fixture.rowsLeft();
      return { passage_source, passage };
    };
    const none = { passage_source: undefined, passage: undefined };
    const upload = async () => {
      const { id } = await fixture.get(DocumentUploads).add(tenant.actor, tenant.bot.id, {
        title: 'Guide',
        bytes: Buffer.from('# Lamps\n\nEvery room has a lamp.'),
        format: 'markdown',
      });
      await fixture.get(DocumentIndexing).index(id, new AbortController().signal);
      return id;
    };
    /** One of each kind, so that nothing but the deletion at hand takes passages away. */
    const addAll = async () => ({
      item: await documents.addItem(tenant.actor, baseId, { title: 'Hours', content: 'From nine to five.' }),
      question: await questions.add(tenant.actor, baseId, CAPITAL),
      uploadId: await upload(),
    });

    test('with their item, upload or question, one after the other', async () => {
      const { item, question, uploadId } = await addAll();
      expect(await passagesLeft()).toEqual({ passage_source: 3, passage: 3 });
      await documents.deleteItem(tenant.actor, baseId, item.id);
      expect(await passagesLeft()).toEqual({ passage_source: 2, passage: 2 });
      await fixture.get(DocumentUploads).delete(tenant.actor, tenant.bot.id, uploadId);
      expect(await passagesLeft()).toEqual({ passage_source: 1, passage: 1 });
      await questions.delete(tenant.actor, baseId, question.id);
      expect(await passagesLeft()).toEqual(none);
    });

    test('with their base', async () => {
      await addAll();
      const bases = fixture.get(KnowledgeBasesService);
      for (const id of [baseId, (await bases.findOwn(tenant.actor, tenant.bot.id))!.id]) {
        await bases.delete(tenant.actor, id);
      }
      expect(await fixture.rowsLeft()).toEqual({});
    });

    test('with their bot', async () => {
      await addAll();
      await fixture.get(BotsService).delete(tenant.actor, tenant.bot.id);
      expect(await fixture.rowsLeft()).toEqual({});
    });

    test('with their team, all at once', async () => {
      await addAll();
      await fixture.db.database.query('delete from team where id = $1', [tenant.actor.teamId]);
      expect(await fixture.rowsLeft()).toEqual({});
    });

    test.each(['document', 'question'])(
      'with rows of %s that are deleted wholesale, as of a team step by step',
      async (table) => {
        await addAll();
        const other = await fixture.newTenant();
        const theirBase = (await fixture.newBase(other)).id;
        await questions.add(other.actor, theirBase, CAPITAL);
        await fixture.db.database.query(`delete from ${table} where team_id = $1`, [tenant.actor.teamId]);
        const left = table === 'document' ? 2 : 3;
        expect(await passagesLeft()).toEqual({ passage_source: left, passage: left });
      },
    );
  });
});
