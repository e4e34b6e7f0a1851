/** What searches make of a base's questions once these are learned, and what they do until then. */
import { DocumentSearch } from '#domain/documents';
import { KnowledgeBasesService } from '#domain/knowledge';
import { QuestionsModule } from '#domain/questions';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { ClassifierTraining } from './classifier-training.service';
import { Questions } from './questions.service';

const SUBJECTS = ['invoice', 'parcel', 'password', 'newsletter', 'voucher', 'contract', 'warranty', 'appointment'];
/** Tells the one for the invoice from the others by words that are in no other phrasing. */
const PARAPHRASE = 'the piece of paper that says what I have to pay';
const never = new AbortController().signal;

describe('the classifier of a base', () => {
  let fixture: DocumentsUnderTest;
  let questions: Questions;
  let training: ClassifierTraining;
  let tenant: Tenant;
  let baseId: string;
  let ids: string[];

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open({ modules: [QuestionsModule] });
    questions = fixture.get(Questions);
    training = fixture.get(ClassifierTraining);
  });
  afterAll(() => fixture.close());

  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
    baseId = (await fixture.newBase(tenant)).id;
    const added = await questions.addAll(
      tenant.actor,
      baseId,
      SUBJECTS.map((subject) => ({
        phrasings: [`Where do I find my ${subject}?`, `Show me the ${subject} of last month`],
        answer: `Every ${subject} is in your account.`,
      })),
    );
    ids = added.map(({ id }) => id);
  });

  const row = async () => {
    const [found] = await fixture.db.database.query<{
      wanted: string;
      trained: string;
      bytes: number | null;
      run: string | null;
    }>(
      `select wanted_version::text as wanted, trained_version::text as trained, length(artefact) as bytes, run_id as run
       from question_classifier where base_id = $1`,
      [baseId],
    );
    return found;
  };
  const hits = async (query: string) => {
    const found = await fixture.get(DocumentSearch).search(tenant.actor, baseId, { query, limit: 10 });
    return found.map(({ document, score }) => ({ id: document.id, score }));
  };
  const scoreOf = async (query: string, id: string) => (await hits(query)).find((hit) => hit.id === id)?.score ?? 0;

  test('is wanted with the first questions, trained once for all of them, and then there is nothing to do', async () => {
    expect(await row()).toMatchObject({ wanted: '1', trained: '0', bytes: null });
    await training.train(baseId, never);
    expect(await row()).toMatchObject({ wanted: '1', trained: '1', run: null });
    expect((await row())?.bytes).toBeGreaterThan(0);
    const before = await row();
    await training.train(baseId, never);
    expect(await row()).toEqual(before);
  });

  test('lets a search tell questions apart that say almost the same', async () => {
    const query = 'Show my parcel of last month, please';
    const before = await hits(query);
    await training.train(baseId, never);
    const after = await hits(query);
    expect(after[0]?.id).toBe(ids[1]);
    const lead = ([first, second]: typeof after) => (first?.score ?? 0) - (second?.score ?? 0);
    expect(lead(after)).toBeGreaterThan(lead(before));
    expect(after[1]?.score).toBeLessThan(0.3);
  });

  test('says nothing of a question whose words have changed until it has learned them', async () => {
    await training.train(baseId, never);
    await questions.update(tenant.actor, baseId, ids[0]!, { phrasings: [PARAPHRASE] });
    expect(await row()).toMatchObject({ wanted: '2', trained: '1' });
    expect((await hits(PARAPHRASE))[0]?.id).toBe(ids[0]);
    const byWords = await scoreOf('paper that says what to pay', ids[0]!);
    expect(byWords).toBeGreaterThan(0);
    await training.train(baseId, never);
    expect(await row()).toMatchObject({ wanted: '2', trained: '2' });
    expect(await scoreOf('paper that says what to pay', ids[0]!)).not.toBe(byWords);
  });

  test('is not wanted anew when only tags, metadata or names change', async () => {
    await questions.update(tenant.actor, baseId, ids[0]!, { tags: ['money'], name: 'invoice', llmReply: false });
    expect(await row()).toMatchObject({ wanted: '1' });
  });

  test('forgets deleted questions, and is empty when there are none left', async () => {
    await training.train(baseId, never);
    await questions.delete(tenant.actor, baseId, ids[2]!);
    expect(await row()).toMatchObject({ wanted: '2', trained: '1' });
    expect((await hits('Where do I find my password?')).map(({ id }) => id)).not.toContain(ids[2]);
    for (const id of ids.filter((_, at) => at !== 2)) await questions.delete(tenant.actor, baseId, id);
    await training.train(baseId, never);
    expect(await row()).toMatchObject({ wanted: '9', trained: '9', bytes: null });
  });

  test('goes with its base', async () => {
    await training.train(baseId, never);
    await fixture.get(KnowledgeBasesService).delete(tenant.actor, baseId);
    expect(await row()).toBeUndefined();
  });

  test('is trained by another run when one has died, and what the dead one writes late changes nothing', async () => {
    await fixture.db.database.query(`update question_classifier set run_id = $2, lease_until = $3 where base_id = $1`, [
      baseId,
      baseId,
      new Date(fixture.clock.nowMs() + 60_000),
    ]);
    await training.train(baseId, never);
    expect(await row()).toMatchObject({ trained: '0', run: baseId });
    fixture.clock.advance(60_001);
    await training.sweep();
    await training.train(baseId, never);
    expect(await row()).toMatchObject({ trained: '1', run: null });
  });

  test('waits when its run is stopped, and is put again by the sweep', async () => {
    const stopping = new AbortController();
    stopping.abort(new Error('The process ends.'));
    await expect(training.train(baseId, stopping.signal)).rejects.toThrow('The process ends.');
    expect(await row()).toMatchObject({ trained: '0', run: null });
    await training.train(baseId, never);
    expect(await row()).toMatchObject({ trained: '1' });
  });

  test('that cannot be read is as if there were none', async () => {
    const query = 'Where do I find my voucher?';
    const before = await hits(query);
    await training.train(baseId, never);
    await fixture.db.database.query('update question_classifier set artefact = $2 where base_id = $1', [
      baseId,
      Buffer.from('no classifier at all'),
    ]);
    expect(await hits(query)).toEqual(before);
  });

  test('of another team is not asked', async () => {
    await training.train(baseId, never);
    const other = await fixture.newTenant();
    const theirs = (await fixture.newBase(other)).id;
    await questions.addAll(other.actor, theirs, [{ phrasings: ['Where do I find my invoice?'], answer: 'Here.' }]);
    const found = await fixture.get(DocumentSearch).search(other.actor, theirs, { query: 'my invoice', limit: 5 });
    expect(found).toHaveLength(1);
  });
});
