/** Documents whose passages are replaced: what is found meanwhile, and what need not be embedded again. */
import { ScriptedEmbedding } from '#providers/embeddings';
import { IndexedBases, passagesOf } from '#testing/knowledge';
import type { PassageSource } from './knowledge.types';
import { MAX_PORTION } from './passage-index.service';

let bases: IndexedBases;

beforeAll(async () => {
  bases = await IndexedBases.open();
});
beforeEach(() => bases.reset());
afterAll(() => bases.close());

const note = (number: number) => `Note about number${number} of the list.`;
const notes = (count: number, first = 0) => Array.from({ length: count }, (_, at) => note(first + at));
const found = async (query: string, baseId: string) => (await bases.find(query, baseId)).map(({ id }) => id);
const count = async (table: string) => {
  const [row] = await bases.test.database.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  return row!.count;
};
const hiddenSeqs = async (baseId: string) => {
  const sql = 'select hidden_seqs as hidden from lexical_index where base_id = $1';
  const [row] = await bases.test.database.query<{ hidden: object | null }>(sql, [baseId]);
  return row!.hidden;
};

/** All but the step that reveals it. */
async function hide(source: PassageSource, texts: readonly string[]): Promise<void> {
  const passages = passagesOf(texts);
  await bases.index.beginHidden(source, passages.length);
  for (let at = 0; at < passages.length; at += MAX_PORTION) {
    await bases.index.append(bases.index.portion(source, passages.slice(at, at + MAX_PORTION)));
  }
}

describe('a version that is not revealed', () => {
  it('is not found, and takes the place of nothing else', async () => {
    const baseId = await bases.newBase();
    const source = await bases.add(baseId, ['Plums are sour.']);
    const other = await bases.add(baseId, ['A word on figs, dates and quinces among much else that is said here.']);
    await hide(
      source,
      notes(300).map((text) => `Figs! ${text}`),
    );
    expect(await found('plums', baseId)).toEqual([`${source.documentId}:0`]);
    expect(await found('figs', baseId)).toEqual([`${other.documentId}:0`]);
    expect(await bases.search.searchKeyword({ baseIds: [baseId], query: 'number17', limit: 5 })).toEqual([]);
    expect(await bases.index.countPassages(source.documentId)).toBe(1);
  });

  it('is found instead of the former one once it is, with its tags', async () => {
    const baseId = await bases.newBase();
    const source = await bases.add(baseId, notes(300));
    await hide(source, notes(400, 1_000));
    await bases.index.reveal({ ...source, tags: ['new'] });
    expect(await found('number7', baseId)).toEqual([]);
    expect(await found('number1399', baseId)).toEqual([`${source.documentId}:399`]);
    const tagged = { baseIds: [baseId], query: 'number1399', limit: 5, tags: ['new'] };
    expect(await bases.search.search(tagged)).toHaveLength(1);
    expect([await count('passage'), await hiddenSeqs(baseId)]).toEqual([400, { 1: 300 }]);
    await bases.merging.merge(baseId);
    expect(await hiddenSeqs(baseId)).toBeNull();
  });

  it('leaves nothing when it is dropped, begun anew, or goes with its document', async () => {
    const baseId = await bases.newBase();
    const source = await bases.add(baseId, ['Plums are sour.']);
    await hide(source, notes(300));
    await bases.index.dropHidden(source.documentId);
    expect(await count('passage')).toBe(1);
    await hide(source, notes(300));
    await hide(source, ['Plums are sweet.']);
    expect(await count('passage')).toBe(2);
    await bases.index.reveal(source);
    expect(await found('sweet', baseId)).toEqual([`${source.documentId}:0`]);
    expect(await found('sour', baseId)).toEqual([]);
    await hide(source, notes(10));
    await bases.index.replace(source, passagesOf(['Plums are blue.']));
    await bases.index.reveal(source);
    expect([await count('passage'), await found('blue', baseId)]).toEqual([1, [`${source.documentId}:0`]]);
    await hide(source, notes(10));
    await bases.index.remove([source.documentId]);
    expect(await count('passage')).toBe(0);
    expect(await found('number3', baseId)).toEqual([]);
  });

  it('outlives a merge of the segments that hold it', async () => {
    const baseId = await bases.newBase();
    const source = await bases.add(baseId, ['Plums are sour.']);
    await hide(source, notes(300));
    for (let at = 0; at < 8; at++) await bases.add(baseId, notes(70, 2_000 + 100 * at));
    await bases.merging.merge(baseId);
    expect((await bases.segmentSizes(baseId)).length).toBeLessThan(8);
    await bases.index.reveal(source);
    for (const at of [0, 255, 256, 299])
      expect(await found(`number${at}`, baseId)).toEqual([`${source.documentId}:${at}`]);
  });

  it('may be the first one', async () => {
    const baseId = await bases.newBase();
    const source = await bases.newDocument(baseId);
    await hide(source, notes(3));
    await bases.index.reveal(source);
    expect(await found('number2', baseId)).toEqual([`${source.documentId}:2`]);
  });
});

describe('passages that are gone', () => {
  const same = (size: number) => Array.from({ length: size }, (_, at) => `Plum ${at} of the orchard is a sour one.`);
  const sweet = (size: number) => same(size).map((text) => text.replace('sour', 'sweet'));

  it('take no places from others until they are merged away', async () => {
    const baseId = await bases.newBase();
    const [removed, replaced] = [await bases.add(baseId, same(300)), await bases.add(baseId, same(300))];
    await bases.index.replace(replaced, passagesOf(sweet(300)));
    await bases.index.remove([removed.documentId]);
    expect(await found('plum orchard', baseId)).toHaveLength(10);
    await hide(replaced, same(300));
    await bases.index.reveal(replaced);
    expect((await bases.find('plum orchard', baseId)).filter(({ body }) => body.includes('sour'))).toHaveLength(10);
  });

  it('leave no word behind once the index is purged, however few they were', async () => {
    const baseId = await bases.newBase();
    const [kept, gone] = [await bases.add(baseId, notes(100)), await bases.add(baseId, ['A zanzibarium.'])];
    await bases.add(baseId, notes(100, 500));
    const [lonely] = [await bases.newBase()];
    const alone = await bases.add(lonely, ['Another zanzibarium.']);
    await bases.index.remove([gone.documentId]);
    await bases.index.remove([alone.documentId]);
    const holds = async () => {
      const sql =
        "select count(*)::int as count from lexical_posting where encode(data, 'escape') like '%zanzibarium%'";
      return (await bases.test.database.query<{ count: number }>(sql))[0]!.count;
    };
    expect(await holds()).toBe(2);
    await bases.merging.purge();
    expect(await holds()).toBe(0);
    expect(await bases.segmentSizes(lonely)).toEqual([]);
    expect(await found('number99', baseId)).toEqual([`${kept.documentId}:99`]);
    expect(await found('number599', baseId)).toHaveLength(1);
  });
});

describe('passages whose texts stay', () => {
  const embedded = async () => {
    const embedding = new ScriptedEmbedding({ concepts: {}, dimensions: 16 });
    bases.models.embeddings.set(7, { id: 7, space: 's', model: embedding, probabilityOf: (cosine) => cosine });
    await bases.test.database.query(
      `insert into model (id, kind, provider, name, name_folded, model) values (7, 'embedding', 'ollama', 'm', 'm', 'm')`,
    );
    const baseId = await bases.newBase();
    await bases.test.database.query('update knowledge_base set embedding_model_id = 7 where id = $1', [baseId]);
    await bases.vectorIndex.wantAim(baseId, true);
    const asked: string[] = [];
    const embed = embedding.embed.bind(embedding);
    jest.spyOn(embedding, 'embed').mockImplementation((request) => {
      asked.push(...request.texts);
      return embed(request);
    });
    const build = () => bases.building.build(baseId, new AbortController().signal);
    return { baseId, asked, build };
  };

  it('keep their vectors when a document is replaced, wherever they stand in it', async () => {
    const { baseId, asked, build } = await embedded();
    const source = await bases.add(baseId, notes(600));
    await build();
    expect(asked).toHaveLength(600);
    asked.length = 0;
    await bases.index.replace(source, passagesOf(['A new beginning.', ...notes(599)]));
    expect(await count('passage_vector')).toBe(599);
    await build();
    expect(asked).toEqual([expect.stringContaining('A new beginning.')]);
    expect(await count('passage_vector')).toBe(600);
  });

  it('have them already when the new version is revealed', async () => {
    const { baseId, asked, build } = await embedded();
    const source = await bases.add(baseId, notes(300));
    await build();
    asked.length = 0;
    await hide(source, [...notes(290, 10), ...notes(5, 900)]);
    const nearest = { baseIds: [baseId], query: 'Note about number905', limit: 50 };
    const shown = (await bases.search.find(nearest)).passages.map(({ body }) => body);
    expect(shown).toHaveLength(50);
    expect(shown.every((body) => notes(300).includes(body))).toBe(true);
    asked.length = 0;
    await bases.index.reveal(source);
    expect(await count('passage_vector')).toBe(290);
    await build();
    expect(asked).toHaveLength(5);
    expect(await count('passage_vector')).toBe(295);
  });
});
