import { Injectable } from '@nestjs/common';
import { type ActivationPolicy, Datasets, MAX_ALSO_DATASETS, TrainingModels, TrainingSessions } from '#domain/training';
import { type Actor, AppError, Clock } from '#kernel';
import type { LearningItem, Written } from '../learning.types';
import { ApplyingQueries } from './applying.queries';
import type { WrittenLessons } from './applying.types';
import { DATASET_NAMES, examplesOf } from './lessons-to-write';

const DESCRIPTION =
  'What the chatbot has learned. Made when learning items are applied; revert an item to take it out.';
const DOMAIN = 'learning';

/** A model that knows one intent alone would see it everywhere. */
const LEAST_INTENTS = 2;

/** Intents and entities that were learned, as examples of datasets. */
@Injectable()
export class LearnedExamples {
  constructor(
    private readonly queries: ApplyingQueries,
    private readonly datasets: Datasets,
    private readonly sessions: TrainingSessions,
    private readonly models: TrainingModels,
    private readonly clock: Clock,
  ) {}

  /** In the open transaction, in which nobody else applies items of the bot. */
  async write(actor: Actor, botId: string, items: readonly LearningItem[]): Promise<WrittenLessons> {
    const written: WrittenLessons = { applied: [], skipped: [], places: new Set(), documents: [] };
    const answers = await this.answersOf(actor, botId);
    const writable = items.flatMap((item) => {
      const writing = examplesOf(item, answers);
      if ('content' in writing) return [{ item, examples: writing.content }];
      written.skipped.push({ learningId: item.id, type: item.type, reason: writing.reason });
      return [];
    });
    for (const [type, lessons] of Map.groupBy(writable, ({ item }) => item.type)) {
      const datasetId = await this.ensureDataset(actor, botId, DATASET_NAMES[type] ?? type);
      const examples = lessons.flatMap((lesson) => lesson.examples);
      await this.datasets.addExamples(actor, datasetId, examples);
      const ids = await this.queries.examplesOfItems(
        datasetId,
        lessons.map(({ item }) => item.id),
      );
      written.places.add(datasetId);
      for (const { item } of lessons) {
        written.applied.push({ item, written: { kind: 'examples', datasetId, exampleIds: ids.get(item.id) ?? [] } });
      }
    }
    return written;
  }

  /** In the open transaction. What people have deleted themselves is gone already. */
  async remove(actor: Actor, { datasetId, exampleIds }: Extract<Written, { kind: 'examples' }>): Promise<void> {
    for (const exampleId of exampleIds) {
      try {
        await this.datasets.deleteExample(actor, datasetId, exampleId);
      } catch (error) {
        if (!(error instanceof AppError) || error.kind !== 'not_found') throw error;
      }
    }
  }

  /**
   * Has the bot learn from what was written since the last session, together with what its active model was trained from. When
   * it cannot be now, the next call does it.
   */
  async train(actor: Actor, botId: string): Promise<{ sessionId?: string; postponed?: string }> {
    if (!(await this.queries.awaitsTraining(botId))) return {};
    const upTo = this.clock.now();
    const started = await this.start(actor, botId);
    if (started.sessionId !== undefined) await this.queries.noteTraining(botId, started.sessionId, upTo);
    return started;
  }

  /**
   * The same when examples were taken out: whoever takes them out wants them forgotten, even if the bot is worse without them.
   * Nothing is to be forgotten by a bot that has no model.
   */
  async retrain(actor: Actor, botId: string): Promise<{ sessionId?: string; postponed?: string }> {
    return (await this.models.active(actor, botId)) ? this.start(actor, botId, 'always') : {};
  }

  /** Of the intents that the bot knows. */
  private async answersOf(actor: Actor, botId: string): Promise<Readonly<Record<string, string>>> {
    const active = await this.models.active(actor, botId);
    return active ? (await this.models.get(actor, botId, active.version)).answers : {};
  }

  private async start(actor: Actor, botId: string, activation: ActivationPolicy = 'if_not_worse') {
    const learned = await this.queries.findDataset(botId, DATASET_NAMES.intent_pattern!);
    const active = await this.models.active(actor, botId);
    const others = (active?.datasetIds ?? []).filter((id) => id !== learned);
    const trainable = await this.queries.trainable([...(learned ? [learned] : []), ...others]);
    const [datasetId, ...alsoDatasetIds] = trainable.ids.slice(0, MAX_ALSO_DATASETS + 1);
    if (datasetId === undefined) return { postponed: 'There are no examples to learn from.' };
    if (trainable.intents < LEAST_INTENTS) return { postponed: 'There is only one intent yet; a model needs two.' };
    try {
      const config = { alsoDatasetIds, activation };
      return { sessionId: (await this.sessions.start(actor, botId, { datasetId, config })).id };
    } catch (error) {
      if (error instanceof AppError && (error.kind === 'conflict' || error.kind === 'invalid_input')) {
        return { postponed: error.message };
      }
      throw error;
    }
  }

  private async ensureDataset(actor: Actor, botId: string, name: string): Promise<string> {
    const known = await this.queries.findDataset(botId, name);
    return known ?? (await this.datasets.create(actor, botId, { name, description: DESCRIPTION, domain: DOMAIN })).id;
  }
}
