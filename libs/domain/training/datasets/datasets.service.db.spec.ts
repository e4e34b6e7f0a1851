import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { TrainingModule } from '../training.module';
import { Datasets } from './datasets.service';
import { MAX_EXAMPLES, type NewExample, SHOWN_EXAMPLES, SHOWN_EXAMPLES_IN_LISTS } from './datasets.types';

const GREETING = { input: 'hi', output: 'Hello!', intent: 'greeting' };
const PAGE = { page: 1, limit: 10 };
const NO_DATASET = { code: 'training.dataset_not_found', kind: 'not_found' };

describe('datasets', () => {
  let fixture: DocumentsUnderTest;
  let datasets: Datasets;
  let tenant: Tenant;

  beforeAll(async () => {
    fixture = await DocumentsUnderTest.open({ modules: [TrainingModule] });
    datasets = fixture.get(Datasets);
  });
  afterAll(() => fixture.close());

  beforeEach(async () => {
    await fixture.reset();
    tenant = await fixture.newTenant();
  });

  const create = (examples: readonly NewExample[] = [], name = 'Talk') =>
    datasets.create(tenant.actor, tenant.bot.id, { name, examples });
  const numbered = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ input: `say ${at}`, output: 'Said.', intent: `odd ${at % 2}` }));

  test('are made with their examples, read, changed and deleted', async () => {
    const dataset = await create([GREETING, { input: 'bye', output: 'Goodbye!', metadata: { source: 'log' } }]);
    expect(dataset).toEqual({
      id: expect.any(String),
      teamId: tenant.actor.teamId,
      botId: tenant.bot.id,
      name: 'Talk',
      description: null,
      domain: 'general',
      isActive: true,
      exampleCount: 2,
      examples: [
        { id: expect.any(String), ...GREETING, metadata: null },
        { id: expect.any(String), input: 'bye', output: 'Goodbye!', intent: 'Goodbye!', metadata: { source: 'log' } },
      ],
      createdAt: fixture.clock.now(),
      updatedAt: fixture.clock.now(),
    });
    fixture.clock.advance(1);
    const patch = { name: ' Words ', description: 'Small talk.', isActive: false };
    expect(await datasets.update(tenant.actor, dataset.id, patch)).toEqual({
      ...dataset,
      ...patch,
      name: 'Words',
      updatedAt: fixture.clock.now(),
    });
    expect(await datasets.update(tenant.actor, dataset.id, { description: null })).toMatchObject({
      name: 'Words',
      description: null,
      isActive: false,
    });
    await datasets.delete(tenant.actor, dataset.id);
    await expect(datasets.get(tenant.actor, dataset.id)).rejects.toMatchObject(NO_DATASET);
    expect(await fixture.db.database.query('select from training_example')).toEqual([]);
  });

  test('are listed with the newest first and a few examples each', async () => {
    const first = await create(numbered(20), 'First');
    const second = await create([], 'Second');
    const { items, total } = await datasets.list(tenant.actor, tenant.bot.id, PAGE);
    expect(items.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(total).toBe(2);
    expect(items[1]).toMatchObject({ exampleCount: 20 });
    expect(items[1]!.examples).toHaveLength(SHOWN_EXAMPLES_IN_LISTS);
    expect(await datasets.list(tenant.actor, tenant.bot.id, { page: 2, limit: 1 })).toMatchObject({
      items: [{ id: first.id }],
      total: 2,
    });
  });

  test('take many examples in one call, and show the oldest', async () => {
    const { id } = await create([GREETING]);
    const dataset = await datasets.addExamples(tenant.actor, id, numbered(1_000));
    expect(dataset).toMatchObject({ exampleCount: 1_001, examples: { length: SHOWN_EXAMPLES } });
    expect(dataset.examples.slice(0, 3).map(({ input }) => input)).toEqual(['hi', 'say 0', 'say 1']);
  });

  test('list their examples by page, intent and text', async () => {
    const { id } = await create([GREETING, ...numbered(30)]);
    const list = (request: object) => datasets.listExamples(tenant.actor, id, { ...PAGE, ...request });
    expect(await list({ page: 4 })).toMatchObject({ total: 31, items: [{ input: 'say 29' }] });
    expect(await list({ intent: 'odd 1' })).toMatchObject({ total: 15, items: { 0: { input: 'say 1' } } });
    expect(await list({ search: 'HELLO' })).toMatchObject({ total: 1, items: [{ input: 'hi' }] });
    expect(await list({ search: 'say 2', intent: 'odd 0' })).toMatchObject({ total: 6 });
  });

  test('lose one example at a time, and only their own', async () => {
    const { id, examples } = await create([GREETING, ...numbered(2)]);
    const other = await create([GREETING]);
    const noExample = { code: 'training.example_not_found' };
    const remove = (exampleId: string) => datasets.deleteExample(tenant.actor, id, exampleId);
    await expect(remove(other.examples[0]!.id)).rejects.toMatchObject(noExample);
    await expect(remove('x')).rejects.toMatchObject(noExample);
    await remove(examples[1]!.id);
    await expect(remove(examples[1]!.id)).rejects.toMatchObject(noExample);
    expect(await datasets.get(tenant.actor, id)).toMatchObject({
      exampleCount: 2,
      examples: [{ input: 'hi' }, { input: 'say 1' }],
    });
  });

  test('hold no more examples than they may, whoever adds at the same time', async () => {
    const { id } = await create([GREETING]);
    await fixture.db.database.execute('update training_dataset set example_count = $1', [MAX_EXAMPLES - 3]);
    const add = () => datasets.addExamples(tenant.actor, id, numbered(2));
    const outcomes = await Promise.allSettled([add(), add()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(add()).rejects.toMatchObject({ code: 'training.too_many_examples', kind: 'invalid_input' });
    expect(await fixture.db.database.query('select from training_example')).toHaveLength(3);
  });

  test('of another team are not there', async () => {
    const { id, examples } = await create([GREETING]);
    const { actor } = await fixture.newTenant();
    const noBot = { code: 'bots.not_found' };
    await expect(datasets.list(actor, tenant.bot.id, PAGE)).rejects.toMatchObject(noBot);
    await expect(datasets.create(actor, tenant.bot.id, { name: 'Talk' })).rejects.toMatchObject(noBot);
    const attempts = [
      datasets.get(actor, id),
      datasets.update(actor, id, { name: 'Ours' }),
      datasets.delete(actor, id),
      datasets.addExamples(actor, id, [GREETING]),
      datasets.listExamples(actor, id, PAGE),
      datasets.deleteExample(actor, id, examples[0]!.id),
      datasets.get(tenant.actor, 'x'),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject(NO_DATASET);
    expect(await datasets.get(tenant.actor, id)).toMatchObject({ name: 'Talk', exampleCount: 1 });
  });
});
