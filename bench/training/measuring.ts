/** Trains a subject on the trials of a set and judges it. */
import { type Figures, quantile } from './figures';
import type { IntentSet } from './intent-sets';
import { qualityOf } from './measures';
import type { Trial } from './protocols/trials';
import type { Results } from './results';
import { TookTooLongError } from './subjects/in-process';
import type { Subject, Tell, TrainedSubject } from './subjects/subject.types';

export interface Work {
  set: IntentSet;
  trials: readonly Trial[];
  subject: Subject;
  results: Results;
  onProgress: Tell;
}

/** What takes too long is left out with all that follows of the same set. */
export async function measure({ set, trials, subject, results, onProgress }: Work): Promise<void> {
  for (const [at, trial] of trials.entries()) {
    try {
      await measureTrial(set, trial, subject, results, (percent, stage) =>
        onProgress(percent, `training ${at + 1} of ${trials.length}, ${stage}`),
      );
    } catch (error) {
      if (!(error instanceof TookTooLongError)) throw error;
      results.leftOut.push(`${subject.name} on ${set.name} from "${trial.judged[0]!.name}" on: ${error.message}`);
      return;
    }
  }
}

async function measureTrial(
  set: IntentSet,
  { train, judged }: Trial,
  subject: Subject,
  results: Results,
  onProgress: Tell,
): Promise<void> {
  const trained = await subject.train(train, onProgress);
  try {
    const costs = await costsOf(
      trained,
      judged[0]!.texts.map(({ text }) => text),
    );
    for (const { name, texts } of judged) {
      const predicted = await trained.predict(texts.map(({ text }) => text));
      const round = { set: set.name, name, about: `${train.length} examples, ${texts.length} of ${set.judgedOn}` };
      results.add(round, subject.name, { ...qualityOf(texts, predicted), ...costs });
    }
  } finally {
    await trained.close();
  }
}

async function costsOf(trained: TrainedSubject, texts: readonly string[]): Promise<Figures> {
  const latenciesMs = await trained.latenciesMs(texts);
  return { ...trained.costs, predictP50Ms: quantile(latenciesMs, 0.5), predictP95Ms: quantile(latenciesMs, 0.95) };
}
