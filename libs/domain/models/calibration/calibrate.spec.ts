import { type EmbeddingModel, ScriptedEmbedding } from '#providers/embeddings';
import { ScriptedReranker } from '#providers/reranking';
import { bagOfWords } from '#testing/llm';
import { CALIBRATION_CONCEPTS, calibrationScore } from '#testing/models';
import { calibrateEmbedding, calibrateReranker } from './calibrate';
import { CALIBRATION_TOPICS, type CalibrationFamily } from './calibration-families';
import { probabilityOn } from './fit-curve';

const FAMILIES = CALIBRATION_TOPICS.flatMap(({ families }) => families);

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** The share of the question's words that a text has. */
function overlap(question: string, text: string): number {
  const [words, given] = [wordsOf(question), wordsOf(text)];
  return [...words].filter((word) => given.has(word)).length / words.size;
}

function embeddingBy(vectorOf: (text: string) => Float32Array): EmbeddingModel {
  return {
    name: 'scripted',
    provider: 'scripted',
    embed: async ({ texts }) => ({ vectors: texts.map(vectorOf), usage: { inputTokens: 1 } }),
  };
}

describe('the calibration families', () => {
  test('are of different texts, few enough for one call', () => {
    const texts = FAMILIES.flatMap(({ question, answer, lure }) => [question, answer, lure]);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeLessThan(120);
  });

  test.each(FAMILIES)(
    'have the words of "$question" in its lure and not in its answer',
    (family: CalibrationFamily) => {
      expect(overlap(family.question, family.answer)).toBeLessThanOrEqual(0.2);
      expect(overlap(family.question, family.lure)).toBeGreaterThanOrEqual(0.5);
    },
  );
});

describe('an embedding model', () => {
  test('is asked twice, for questions and for passages', async () => {
    const model = new ScriptedEmbedding({ concepts: CALIBRATION_CONCEPTS });
    const calibration = await calibrateEmbedding(model, 'space');
    expect(calibration).toMatchObject({ space: 'space', edition: 2, curve: { scale: 'linear' } });
    expect(model.requests.map(({ purpose, texts }) => [purpose, texts.length])).toEqual([
      ['query', FAMILIES.length],
      ['passage', 2 * FAMILIES.length],
    ]);
  });

  test.each([32, 64, 384, 1_536])('that knows words only, in %i dimensions, does not tell', async (dimensions) => {
    const hashed = embeddingBy((text) => bagOfWords(text, dimensions));
    const dictionary = new ScriptedEmbedding({ dimensions });
    for (const model of [hashed, dictionary]) {
      const { auc, curve } = await calibrateEmbedding(model, 'space');
      expect(auc).toBeLessThan(0.5);
      expect(curve).toBeNull();
    }
  });

  test('that knows meaning in English only, and words of other languages, tells', async () => {
    const concepts = { ...CALIBRATION_CONCEPTS };
    for (const { language, families } of CALIBRATION_TOPICS) {
      if (language === 'en') continue;
      for (const text of families.flatMap(({ question, answer, lure }) => [question, answer, lure]))
        delete concepts[text];
    }
    const { curve } = await calibrateEmbedding(new ScriptedEmbedding({ concepts }), 'space');
    expect(probabilityOn(curve!, 0.8)).toBeGreaterThan(0.7);
    expect(probabilityOn(curve!, 0.2)).toBeLessThan(0.3);
  });

  test('whose vectors mean nothing does not tell', async () => {
    const meaningless = embeddingBy(() => Float32Array.of(1, 0));
    expect(await calibrateEmbedding(meaningless, 'space')).toMatchObject({ auc: 0.5, curve: null });
  });
});

describe('a rerank model', () => {
  test('is asked eight times, and its scores are probabilities then', async () => {
    const model = new ScriptedReranker({ score: calibrationScore });
    expect(await calibrateReranker(model, 'space')).toMatchObject({ curve: { scale: 'log-odds' } });
    expect(model.requests.map(({ texts }) => texts.length)).toEqual(Array(8).fill(16));
  });

  test('that counts common words, or scores all alike, does not tell', async () => {
    for (const model of [new ScriptedReranker(), new ScriptedReranker({ score: () => 0.5 })])
      expect(await calibrateReranker(model, 'space')).toMatchObject({ curve: null });
  });
});
