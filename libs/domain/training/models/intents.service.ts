import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { IntentClassifier } from '#domain/classification';
import { LookupCache } from '#infra/caching';
import { Config } from '#infra/config';
import { Notices } from '#infra/notices';
import { type Actor, Clock, SECOND_MS } from '#kernel';
import { Pace } from '#providers/text-extraction';
import { trainingErrors } from '../training.errors';
import { modelActivated } from '../training.notices';
import { type LoadedModel, LoadedModels } from './loaded-models';
import { type ActivePlace, ModelsQueries } from './models.queries';
import type { IntentReading } from './models.types';

/** Activations are told at once by notices; the time is for those that get lost. */
const LIMITS = { ttlMs: 30 * SECOND_MS, maxFound: 10_000, maxMissing: 10_000 };
/** JavaScript holds most texts in two bytes a unit. */
const BYTES_PER_UNIT = 2;

/**
 * What end users mean, by the active model of their bot. A process holds the models that it needs in memory, so a turn costs
 * no query, also of a bot without a model; when another version is activated, processes that hold one load the new one at
 * once, and do not leave that to the next turn.
 */
@Injectable()
export class Intents {
  private readonly logger = new Logger(Intents.name);
  private readonly active: LookupCache<ActivePlace>;
  private readonly loaded: LoadedModels;

  constructor(
    private readonly bots: BotsService,
    private readonly queries: ModelsQueries,
    notices: Notices,
    clock: Clock,
    config: Config,
  ) {
    this.active = new LookupCache(clock, LIMITS);
    this.loaded = new LoadedModels(config.training.modelCacheBytes);
    notices.on(modelActivated, ({ botId }) => this.swap(botId));
    notices.onGap(() => this.active.clear());
  }

  /** Undefined when the bot has no active model. */
  async read(teamId: string, botId: string, text: string): Promise<IntentReading | undefined> {
    const model = await this.modelOf(teamId, botId);
    return model && readingOf(model, text);
  }

  /** In the order of the texts, all by one model. @throws `bots.not_found`, `training.no_active_model` */
  async readAll(actor: Actor, botId: string, texts: readonly string[]): Promise<IntentReading[]> {
    await this.bots.get(actor, botId);
    const model = await this.modelOf(actor.teamId, botId);
    if (!model) throw trainingErrors.no_active_model();
    const pace = new Pace();
    const readings: IntentReading[] = [];
    for (const text of texts) {
      readings.push(readingOf(model, text));
      if (pace.isDue) await pace.step();
    }
    return readings;
  }

  private async modelOf(teamId: string, botId: string): Promise<LoadedModel | undefined> {
    const place = await this.active.get(botId, () => this.queries.activePlace(botId));
    if (place?.teamId !== teamId) return undefined;
    const model = await this.loaded.get(place.modelId, () => this.load(botId, place.modelId));
    // Deleted after another was activated, of which this process has not heard yet.
    if (!model) this.active.forgetKey(botId);
    return model;
  }

  private async load(botId: string, modelId: string): Promise<LoadedModel | undefined> {
    const contents = await this.queries.contents(modelId);
    if (!contents) return undefined;
    // A copy: what the driver gives may be part of a larger buffer, and begin anywhere in it.
    const classifier = IntentClassifier.load(new Uint8Array(contents.artefact));
    const answers = new Map(Object.entries(contents.answers));
    const units = [...answers].reduce((sum, [intent, answer]) => sum + intent.length + answer.length, 0);
    const bytes = classifier.byteLength + BYTES_PER_UNIT * units;
    this.loaded.forgetOthers(botId, modelId);
    void warmUp(classifier);
    return { botId, version: contents.version, classifier, answers, bytes };
  }

  private swap(botId: string): void {
    this.active.forgetKey(botId);
    if (!this.loaded.hasOf(botId)) return;
    this.loadActive(botId).catch((error: unknown) => {
      this.logger.warn({ message: 'A model could not be loaded ahead; the next turn will.', botId, err: error });
    });
  }

  private async loadActive(botId: string): Promise<void> {
    const place = await this.active.get(botId, () => this.queries.activePlace(botId));
    if (place) await this.loaded.get(place.modelId, () => this.load(botId, place.modelId));
  }
}

/** Beside the turns that read by it already, a millisecond at a time. */
async function warmUp(classifier: IntentClassifier): Promise<void> {
  for (const _ of classifier.warmUp()) await nextTurn();
}

function readingOf({ classifier, answers, version }: LoadedModel, text: string): IntentReading {
  const prediction = classifier.predict(text);
  return { ...prediction, answer: answers.get(prediction.intent) ?? null, modelVersion: version };
}
