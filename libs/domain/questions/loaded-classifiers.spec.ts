import type { QuestionClassifier } from './classifier/question-classifier';
import { LoadedClassifiers } from './loaded-classifiers';

const classifier = (byteLength: number) => ({ byteLength }) as QuestionClassifier;

describe('the classifiers that a process holds', () => {
  test('are loaded once for all who ask at the same time, and anew for another version', async () => {
    const held = new LoadedClassifiers(100);
    let loads = 0;
    const load = async () => {
      loads++;
      return classifier(10);
    };
    const [one, other] = await Promise.all([held.get('base', '1', load), held.get('base', '1', load)]);
    expect(one).toBe(other);
    expect(await held.get('base', '1', load)).toBe(one);
    expect(loads).toBe(1);
    expect(await held.get('base', '2', load)).not.toBe(one);
    expect(loads).toBe(2);
  });

  test('give way to newer ones, those not asked for the longest first, and the newest stays however large', async () => {
    const held = new LoadedClassifiers(25);
    const loaded: string[] = [];
    const ask = (base: string, bytes = 10) =>
      held.get(base, '1', async () => {
        loaded.push(base);
        return classifier(bytes);
      });
    await ask('a');
    await ask('b');
    await ask('a');
    await ask('c');
    await ask('a');
    await ask('b');
    expect(loaded).toEqual(['a', 'b', 'c', 'b']);
    await ask('huge', 1_000);
    await ask('huge', 1_000);
    expect(loaded.filter((base) => base === 'huge')).toHaveLength(1);
  });

  test('are not remembered when there is none, or it cannot be read', async () => {
    const held = new LoadedClassifiers();
    expect(await held.get('base', '1', async () => undefined)).toBeUndefined();
    await expect(held.get('base', '1', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await held.get('base', '1', async () => classifier(1))).toBeDefined();
  });
});
