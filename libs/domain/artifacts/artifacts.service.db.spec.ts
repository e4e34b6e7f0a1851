import { type Actor, newId, SECOND_MS } from '#kernel';
import { ManualClock, MIGRATIONS, RecordingOutbox } from '#testing';
import { openTestDatabase, type TestDatabase } from '#testing/database';
import { ArtifactsQueries } from './artifacts.queries';
import { Artifacts } from './artifacts.service';
import type { ArtifactListRequest, ArtifactPatch, ArtifactType, NewArtifact } from './artifacts.types';

const DRAFT = { title: 'My Document', content: '# Title\n\nText.', type: 'markdown' as const };
const ALL = { limit: 100, offset: 0 };
const NOT_FOUND = { code: 'artifacts.not_found', kind: 'not_found' };
const NO_VERSION = { code: 'artifacts.version_not_found', kind: 'not_found' };

describe('artifacts', () => {
  const clock = new ManualClock();
  const ours: Actor = { kind: 'system', teamId: newId(), plan: 'free' };
  const theirs: Actor = { kind: 'system', teamId: newId(), plan: 'free' };
  let db: TestDatabase;
  let outbox: RecordingOutbox;
  let artifacts: Artifacts;

  beforeAll(async () => {
    db = await openTestDatabase({ migrations: MIGRATIONS });
  });
  afterAll(() => db.close());

  beforeEach(async () => {
    await db.reset();
    const teams = [ours.teamId, theirs.teamId];
    await db.database.query(`insert into team (id, name) values ($1, 'Ours'), ($2, 'Theirs')`, teams);
    outbox = new RecordingOutbox();
    artifacts = new Artifacts(new ArtifactsQueries(db.database), db.database, outbox, clock);
  });

  const create = (changes: Partial<NewArtifact> = {}) => artifacts.create(ours, { ...DRAFT, ...changes });
  const update = (id: string, patch: ArtifactPatch) => artifacts.update(ours, id, patch);
  const list = (request: Partial<ArtifactListRequest> = {}) => artifacts.list(ours, { ...ALL, ...request });
  const versions = async (id: string) => (await artifacts.versions(ours, id, ALL)).items;
  const titled = (...titles: string[]) => titles.map((title) => expect.objectContaining({ title }));
  const refusal = (field: string) => ({ code: 'input.invalid', fields: [expect.objectContaining({ field })] });

  describe('a new one', () => {
    test('is read as it was written, is at version 1, and is told of', async () => {
      const artifact = await create();
      expect(artifact).toEqual({
        ...DRAFT,
        id: expect.any(String),
        teamId: ours.teamId,
        version: 1,
        contentLength: 14,
        createdAt: clock.now(),
        updatedAt: clock.now(),
      });
      expect(await artifacts.get(ours, artifact.id)).toEqual(artifact);
      const data = { artifactId: artifact.id, title: 'My Document', type: 'markdown', version: 1 };
      expect(outbox.events).toEqual([{ name: 'artifact.created', teamId: ours.teamId, data }]);
    });

    test('is Markdown unless said otherwise; its title is trimmed, its content is not and may be empty', async () => {
      expect(await artifacts.create(ours, { title: ' A ', content: ' a\n' })).toMatchObject({
        title: 'A',
        content: ' a\n',
        type: 'markdown',
      });
      expect(await create({ content: '' })).toMatchObject({ content: '', contentLength: 0 });
    });

    test('may be as long as the limits, which count characters', async () => {
      const title = '🦊'.repeat(255);
      const content = '🦊'.repeat(1_000_000);
      const artifact = await create({ title: ` ${title} `, content });
      expect(artifact).toMatchObject({ title, contentLength: 1_000_000 });
      expect((await artifacts.get(ours, artifact.id)).content === content).toBe(true);
    });

    test.each<[string, Partial<NewArtifact>]>([
      ['title', { title: ' \n ' }],
      ['title', { title: 'a'.repeat(256) }],
      ['content', { content: 'a'.repeat(1_000_001) }],
      ['type', { type: 'pdf' as ArtifactType }],
    ])('is refused for a %s outside the limits, and nothing is stored', async (field, changes) => {
      await expect(create(changes)).rejects.toMatchObject(refusal(field));
      expect(await list()).toEqual({ items: [], total: 0 });
      expect(outbox.events).toEqual([]);
    });
  });

  describe('an update', () => {
    test('changes what it names, and makes the next version', async () => {
      const artifact = await create();
      clock.advance(SECOND_MS);
      const changed = await update(artifact.id, { content: 'New.', title: ' Updated ' });
      expect(changed).toEqual({
        ...artifact,
        title: 'Updated',
        content: 'New.',
        contentLength: 4,
        version: 2,
        updatedAt: clock.now(),
      });
      expect(await artifacts.get(ours, artifact.id)).toEqual(changed);
      expect(await update(artifact.id, { type: 'code' })).toMatchObject({ content: 'New.', type: 'code', version: 3 });
      expect(outbox.names).toEqual(['artifact.created', 'artifact.updated', 'artifact.updated']);
      const data = { artifactId: artifact.id, title: 'Updated', type: 'code', version: 3 };
      expect(outbox.events.at(-1)).toEqual({ name: 'artifact.updated', teamId: ours.teamId, data });
    });

    test('that changes nothing is a version too, and a later one', async () => {
      const { id, updatedAt, ...before } = await create();
      const after = await update(id, DRAFT);
      expect(after).toMatchObject({ ...before, version: 2 });
      expect(after.updatedAt.getTime()).toBeGreaterThan(updatedAt.getTime());
    });

    test.each<[string, ArtifactPatch]>([
      ['content', {}],
      ['content', { expectedVersion: 1 }],
      ['title', { title: '' }],
      ['content', { content: 'a'.repeat(1_000_001) }],
      ['type', { type: 'pdf' as ArtifactType }],
    ])('is refused at %s: %j', async (field, patch) => {
      const artifact = await create();
      await expect(update(artifact.id, patch)).rejects.toMatchObject(refusal(field));
      expect(await artifacts.get(ours, artifact.id)).toEqual(artifact);
    });

    test('of a version that is not the last one is a conflict and changes nothing', async () => {
      const { id } = await create();
      const changed = await update(id, { content: 'Mine.', expectedVersion: 1 });
      for (const expectedVersion of [1, 3]) {
        await expect(update(id, { content: 'Yours.', expectedVersion })).rejects.toMatchObject({
          code: 'artifacts.version_conflict',
          kind: 'conflict',
          message: expect.stringContaining('version 2'),
        });
      }
      expect(await artifacts.get(ours, id)).toEqual(changed);
      expect(await versions(id)).toHaveLength(2);
    });
  });

  describe('at the same moment', () => {
    const AT_ONCE = Array.from({ length: 20 }, (_, at) => `Text ${at}.`);

    test('twenty updates are twenty versions, each as it was acknowledged', async () => {
      const { id } = await create();
      const made = await Promise.all(AT_ONCE.map((content) => update(id, { content })));
      const numbers = made.map(({ version }) => version).sort((a, b) => a - b);
      expect(numbers).toEqual(AT_ONCE.map((_, at) => at + 2));
      for (const { version, content, title } of made) {
        expect(await artifacts.version(ours, id, version)).toMatchObject({ content, title });
      }
      const last = made.find(({ version }) => version === 21);
      expect(await artifacts.get(ours, id)).toEqual(last);
    });

    test('updates of different fields all take effect', async () => {
      const { id } = await create();
      await Promise.all([
        update(id, { title: 'B' }),
        update(id, { content: 'b' }),
        update(id, { type: 'html' }),
        ...AT_ONCE.map(() => update(id, { title: 'B' })),
      ]);
      expect(await artifacts.get(ours, id)).toMatchObject({ title: 'B', content: 'b', type: 'html', version: 24 });
    });

    test('one of twenty who have read the same version is accepted', async () => {
      const { id } = await create();
      const outcomes = await Promise.allSettled(AT_ONCE.map((content) => update(id, { content, expectedVersion: 1 })));
      const accepted = outcomes.filter((outcome) => outcome.status === 'fulfilled');
      expect(accepted).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'artifacts.version_conflict' });
      }
      expect(await artifacts.get(ours, id)).toEqual(accepted[0]?.value);
      expect(await versions(id)).toHaveLength(2);
    });

    test('updates and a delete leave nothing behind', async () => {
      const { id } = await create();
      const outcomes = await Promise.allSettled([
        ...AT_ONCE.slice(0, 10).map((content) => update(id, { content })),
        artifacts.delete(ours, id),
        ...AT_ONCE.slice(10).map((content) => update(id, { content })),
      ]);
      const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
      for (const failure of failures) expect(failure).toMatchObject(NOT_FOUND);
      expect(await rowCounts()).toEqual([0, 0]);
    });
  });

  describe('versions', () => {
    test('are all kept, newest first and in parts', async () => {
      const { id } = await create();
      for (const content of ['B', 'C', 'D']) await update(id, { content });
      const all = await versions(id);
      expect(all.map(({ version, contentLength }) => [version, contentLength])).toEqual([
        [4, 1],
        [3, 1],
        [2, 1],
        [1, 14],
      ]);
      expect(all.map((version) => version.createdAt)).toEqual(
        all.map((version) => version.createdAt).sort((a, b) => b.getTime() - a.getTime()),
      );
      expect(all[0]).not.toHaveProperty('content');
      expect(await artifacts.versions(ours, id, { limit: 2, offset: 1 })).toEqual({ items: all.slice(1, 3), total: 4 });
      for (const offset of [4, 100_000_000_000]) {
        expect(await artifacts.versions(ours, id, { limit: 2, offset })).toEqual({ items: [], total: 4 });
      }
    });

    test('are read as they were', async () => {
      const artifact = await create();
      await update(artifact.id, { title: 'B', content: 'b', type: 'json' });
      expect(await artifacts.version(ours, artifact.id, 1)).toEqual({
        ...DRAFT,
        artifactId: artifact.id,
        version: 1,
        contentLength: 14,
        restoredFrom: null,
        createdAt: artifact.createdAt,
      });
      for (const version of [0, 3]) {
        await expect(artifacts.version(ours, artifact.id, version)).rejects.toMatchObject(NO_VERSION);
      }
    });

    test('are brought back as the next one, with title and type, and say where they come from', async () => {
      const { id } = await create();
      await update(id, { title: 'B', content: 'b', type: 'json' });
      const restored = await artifacts.restore(ours, id, 1);
      expect(restored).toMatchObject({ ...DRAFT, version: 3, contentLength: 14 });
      expect(await artifacts.get(ours, id)).toEqual(restored);
      expect((await versions(id)).map(({ version, restoredFrom }) => [version, restoredFrom])).toEqual([
        [3, 1],
        [2, null],
        [1, null],
      ]);
      expect(outbox.events.at(-1)).toMatchObject({ name: 'artifact.updated', data: { version: 3 } });
      expect(await update(id, { title: 'C' })).toMatchObject({ content: DRAFT.content, version: 4 });
      await expect(artifacts.restore(ours, id, 9)).rejects.toMatchObject(NO_VERSION);
      expect((await artifacts.get(ours, id)).version).toBe(4);
    });
  });

  describe('the list', () => {
    test('shows the team its own, the newest made first, without contents unless asked for', async () => {
      const first = await create({ title: 'First' });
      await create({ title: 'Second' });
      await artifacts.create(theirs, DRAFT);
      const changed = await update(first.id, { content: 'Changed' });
      const { content: _, ...summary } = changed;
      expect(await list()).toEqual({ items: [expect.objectContaining({ title: 'Second' }), summary], total: 2 });
      const whole = await artifacts.listWithContent(ours, ALL);
      expect(whole).toEqual({ items: [expect.objectContaining({ content: DRAFT.content }), changed], total: 2 });
    });

    test('comes in parts, and tells how many there are of all parts', async () => {
      for (const title of ['A', 'B', 'C', 'D', 'E']) await create({ title });
      expect(await list({ limit: 2 })).toEqual({ items: titled('E', 'D'), total: 5 });
      expect(await list({ limit: 2, offset: 4 })).toEqual({ items: titled('A'), total: 5 });
      expect(await list({ limit: 5 })).toMatchObject({ total: 5 });
      expect(await list({ limit: 2, offset: 9 })).toEqual({ items: [], total: 5 });
    });

    test('is narrowed to a type', async () => {
      await create({ title: 'A', type: 'code' });
      await create({ title: 'B', type: 'csv' });
      expect(await list({ type: 'code' })).toEqual({ items: titled('A'), total: 1 });
      expect(await list({ type: 'html' })).toEqual({ items: [], total: 0 });
    });
  });

  describe('a search', () => {
    const search = async (text: string, filter: Partial<ArtifactListRequest> = {}) => {
      const { items, total } = await list({ search: text, ...filter });
      expect(total).toBe(items.length);
      return items.map(({ title }) => title);
    };

    test('finds a part of the title or of the content, whatever the case, newest first', async () => {
      await create({ title: 'Travel Plans', content: 'To Rome by train.' });
      await create({ title: 'Shopping', content: 'A TRAVEL guide.' });
      await artifacts.create(theirs, { title: 'Travel', content: 'travel' });
      expect(await search('travel')).toEqual(['Shopping', 'Travel Plans']);
      expect(await search('ROME BY')).toEqual(['Travel Plans']);
      expect(await search('rome  by')).toEqual([]);
      expect(await search('')).toHaveLength(2);
    });

    test('looks at the last version only', async () => {
      const { id } = await create({ title: 'Old', content: 'oldish' });
      await update(id, { title: 'New', content: 'newish' });
      expect(await search('oldish')).toEqual([]);
      expect(await search('newish')).toEqual(['New']);
      await artifacts.restore(ours, id, 1);
      expect(await search('oldish')).toEqual(['Old']);
    });

    test('takes every character for itself', async () => {
      await create({ title: 'percent', content: '100% sure' });
      await create({ title: 'underscore', content: 'snake_case' });
      await create({ title: 'backslash', content: 'C:\\Temp\\100' });
      await create({ title: 'plain', content: '1000 sure, snakeXcase, C:Temp' });
      expect(await search('100%')).toEqual(['percent']);
      expect(await search('%')).toEqual(['percent']);
      expect(await search('_')).toEqual(['underscore']);
      expect(await search('e_c')).toEqual(['underscore']);
      expect(await search('\\')).toEqual(['backslash']);
      expect(await search('c:\\temp\\')).toEqual(['backslash']);
      expect(await search("'; drop table artifact; --")).toEqual([]);
    });

    test('knows the cases of other scripts', async () => {
      await create({ title: 'ÄRGER', content: 'ПРИВЕТ, мир' });
      await create({ title: 'Fox', content: 'Ein 🦊 im Café' });
      expect(await search('ärger')).toEqual(['ÄRGER']);
      expect(await search('привет, МИР')).toEqual(['ÄRGER']);
      expect(await search('🦊 IM CAFÉ')).toEqual(['Fox']);
    });

    test('goes together with a type and parts', async () => {
      for (const title of ['A', 'B', 'C']) await create({ title, type: 'code', content: 'needle' });
      await create({ title: 'D', content: 'needle' });
      expect(await search('needle', { type: 'code' })).toEqual(['C', 'B', 'A']);
      expect(await list({ search: 'needle', type: 'code', limit: 1, offset: 1 })).toEqual({
        items: titled('B'),
        total: 3,
      });
      expect(await list({ search: 'needle', limit: 2, offset: 8 })).toEqual({ items: [], total: 4 });
    });
  });

  test('a deleted one is gone with all its versions, and is told of', async () => {
    const { id } = await create();
    const other = await create({ title: 'Other' });
    await update(id, { content: 'B' });
    await artifacts.delete(ours, id);
    await expect(artifacts.get(ours, id)).rejects.toMatchObject(NOT_FOUND);
    await expect(artifacts.version(ours, id, 1)).rejects.toMatchObject(NOT_FOUND);
    await expect(artifacts.delete(ours, id)).rejects.toMatchObject(NOT_FOUND);
    expect(await list()).toEqual({ items: titled('Other'), total: 1 });
    expect(await rowCounts()).toEqual([1, 1]);
    expect(await artifacts.get(ours, other.id)).toEqual(other);
    const data = { artifactId: id, title: 'My Document', type: 'markdown', version: 2 };
    expect(outbox.events.at(-1)).toEqual({ name: 'artifact.deleted', teamId: ours.teamId, data });
  });

  test('another team sees and touches nothing of it, nor does anybody know an id that is none', async () => {
    const artifact = await create();
    for (const [actor, id] of [
      [theirs, artifact.id],
      [ours, newId()],
      [ours, 'no-id'],
    ] as const) {
      for (const attempt of [
        () => artifacts.get(actor, id),
        () => artifacts.update(actor, id, { content: 'x' }),
        () => artifacts.delete(actor, id),
        () => artifacts.versions(actor, id, ALL),
        () => artifacts.version(actor, id, 1),
        () => artifacts.restore(actor, id, 1),
      ]) {
        await expect(attempt()).rejects.toMatchObject(NOT_FOUND);
      }
    }
    expect(await artifacts.list(theirs, ALL)).toEqual({ items: [], total: 0 });
    expect(await artifacts.get(ours, artifact.id)).toEqual(artifact);
    expect(await versions(artifact.id)).toHaveLength(1);
  });

  test('what could not be told of did not happen', async () => {
    const artifact = await create();
    outbox.addAll = async () => {
      throw new Error('no outbox');
    };
    await expect(create()).rejects.toThrow('no outbox');
    await expect(update(artifact.id, { content: 'B' })).rejects.toThrow('no outbox');
    await expect(artifacts.delete(ours, artifact.id)).rejects.toThrow('no outbox');
    expect(await artifacts.get(ours, artifact.id)).toEqual(artifact);
    expect(await rowCounts()).toEqual([1, 1]);
  });

  async function rowCounts(): Promise<number[]> {
    const [row] = await db.database.query<{ counts: number[] }>(
      'select array[(select count(*)::int from artifact), (select count(*)::int from artifact_version)] as counts',
    );
    return row!.counts;
  }
});
