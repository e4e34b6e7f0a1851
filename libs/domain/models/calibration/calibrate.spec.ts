import { ScriptedEmbedding } from '#providers/embeddings';
import { ScriptedReranker } from '#providers/reranking';
import { calibrateEmbedding, calibrateReranker } from './calibrate';
import { CALIBRATION_PAIRS, FAMILY_SIZE } from './calibration-pairs';

test('there are whole families of different pairs', () => {
  expect(CALIBRATION_PAIRS.length % FAMILY_SIZE).toBe(0);
  const texts = CALIBRATION_PAIRS.flatMap(({ question, passage }) => [question, passage]);
  expect(new Set(texts).size).toBe(2 * CALIBRATION_PAIRS.length);
});

test('an embedding model is asked twice, for questions and for passages', async () => {
  const model = new ScriptedEmbedding();
  const calibration = await calibrateEmbedding(model, 'space');
  expect(calibration).toMatchObject({ space: 'space', edition: 1, curve: { scale: 'linear' } });
  expect(model.requests.map(({ purpose, texts }) => [purpose, texts.length])).toEqual([
    ['query', CALIBRATION_PAIRS.length],
    ['passage', CALIBRATION_PAIRS.length],
  ]);
});

test('an embedding model whose vectors mean nothing has no curve', async () => {
  const model = new ScriptedEmbedding();
  const meaningless = {
    ...model,
    embed: async ({ texts }: { texts: readonly string[] }) => ({
      vectors: texts.map(() => Float32Array.of(1, 0)),
      usage: { inputTokens: 1 },
    }),
  };
  expect(await calibrateEmbedding(meaningless, 'space')).toMatchObject({ auc: 0.5, curve: null });
});

test('a rerank model is asked eight times, and told from one that scores at random', async () => {
  const model = new ScriptedReranker();
  expect(await calibrateReranker(model, 'space')).toMatchObject({ curve: { scale: 'log-odds' } });
  expect(model.requests.map(({ texts }) => texts.length)).toEqual(Array(8).fill(8));
  const constant = new ScriptedReranker({ score: () => 0.5 });
  expect(await calibrateReranker(constant, 'space')).toMatchObject({ curve: null });
});
