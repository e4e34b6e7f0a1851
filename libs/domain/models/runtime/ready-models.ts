import { Injectable } from '@nestjs/common';
import { SECOND_MS } from '#kernel';
import type { ModelEntity } from '../model.entity';
import type {
  LlmChoice,
  Model,
  ModelKind,
  ModelStatus,
  ReadyEmbedding,
  ReadyReranker,
  SpeakingModel,
} from '../models.types';
import { DEFAULT_EMBEDDING_ID, DEFAULT_LLM_ID, isPreset } from '../presets';
import { brokenReranker } from './broken-models';
import { Calibrations } from './calibrations';
import { InstallationModels } from './installation-models';
import { ModelAdapters } from './model-adapters';
import type { ModelWatch } from './model-watch';
import { TeamModels, TeamModelsLookup } from './team-models';
import { within } from './within';

/** Eight calls of a rerank model that is there take about two seconds. */
const MAX_CALIBRATION_WAIT_MS = 5 * SECOND_MS;

const NO_TEAM_MODELS = new TeamModels([]);
const UNTRIED: ModelStatus = {
  state: 'untried',
  since: null,
  lastError: null,
  pausedUntil: null,
  calls: 0,
  failures: 0,
};
/** What is built in is there whenever the server is. */
const BUILT_IN: ModelStatus = { ...UNTRIED, state: 'ready' };

/** Models as they are called: behind their circuit breakers, and at no cost when they were called before. */
@Injectable()
export class ReadyModels {
  constructor(
    private readonly teams: TeamModelsLookup,
    private readonly installation: InstallationModels,
    private readonly adapters: ModelAdapters,
    private readonly calibrations: Calibrations,
  ) {}

  /**
   * Who speaks, and who when that fails, in this order and each once. The first is the chosen model: the id decides, else the
   * name, among the team's models before those of the installation; what is not there (any more) gives way to the default.
   *
   * @throws AppError `llm.none_registered`
   */
  async speakers(teamId: string, choice: LlmChoice): Promise<readonly SpeakingModel[]> {
    const { modelId, model, fallbackModelIds = [] } = choice;
    const needsTeam = model !== undefined || isOfTeam(modelId) || fallbackModelIds.some(isOfTeam);
    const team = needsTeam ? await this.teams.get(teamId) : NO_TEAM_MODELS;
    const first = this.speakerById(team, modelId) ?? this.speakerByName(team, model);
    const chain = [first ?? this.installation.defaultLlm().speaking];
    for (const id of fallbackModelIds) {
      const next = this.speakerById(team, id);
      if (next && !chain.some((one) => one.model === next.model)) chain.push(next);
    }
    return chain;
  }

  /**
   * The model by id, null for the installation's default; undefined: no vectors. At its first use the model is asked about
   * the calibration families.
   *
   * @throws AppError what the model throws while that has not succeeded
   */
  async embedding(teamId: string, id: number | null): Promise<ReadyEmbedding | undefined> {
    if (id === null || id === DEFAULT_EMBEDDING_ID) {
      const { embedding } = this.installation;
      return embedding && this.calibrations.embedding(embedding);
    }
    const row = isPreset(id) ? undefined : (await this.teams.get(teamId)).find(id);
    return row && isOfKind(row, 'embedding') ? this.calibrations.embedding(this.adapters.of(row)) : undefined;
  }

  /**
   * Undefined: none, or one that does not tell answers from other texts. One that could not be calibrated yet, or not soon
   * enough for somebody who waits, fails when it is asked to rank.
   */
  async reranker(teamId: string, id: number | null | undefined): Promise<ReadyReranker | undefined> {
    if (!isOfTeam(id)) return undefined;
    const row = (await this.teams.get(teamId)).find(id);
    if (!row || !isOfKind(row, 'rerank')) return undefined;
    const external = this.adapters.of(row);
    const ready = this.calibrations.reranker(external);
    if (external.isReady) return ready;
    return within(MAX_CALIBRATION_WAIT_MS, ready).catch((error: unknown) => ({
      id,
      model: brokenReranker(external.bare, error),
      probabilityOf: () => 0,
    }));
  }

  /** As this process knows it. */
  statusOf({ id, provider }: Pick<Model, 'id' | 'provider'>): ModelStatus {
    if (provider === 'builtin') return BUILT_IN;
    const watch = isPreset(id) ? this.watchOfPreset(id) : this.adapters.find(id)?.watch;
    return watch?.status() ?? UNTRIED;
  }

  /** Of all models that this process has called or was about to. */
  watches(): ModelWatch[] {
    return [...this.installation.watches(), ...[...this.adapters.list()].map(({ watch }) => watch)];
  }

  private watchOfPreset(id: number): ModelWatch | undefined {
    if (id === DEFAULT_EMBEDDING_ID) return this.installation.embedding?.watch;
    return id === DEFAULT_LLM_ID ? this.installation.defaultLlm().watch : undefined;
  }

  private speakerById(team: TeamModels, id: number | undefined): SpeakingModel | undefined {
    if (id === undefined) return undefined;
    if (isPreset(id)) return this.installation.llmOfPreset(id)?.speaking;
    const row = team.find(id);
    return row && isOfKind(row, 'llm') ? this.adapters.of(row).speaking : undefined;
  }

  private speakerByName(team: TeamModels, name: string | undefined): SpeakingModel | undefined {
    if (name === undefined) return undefined;
    const row = team.findLlm(name);
    return row && isOfKind(row, 'llm') ? this.adapters.of(row).speaking : this.installation.findLlm(name)?.speaking;
  }
}

function isOfTeam(id: number | null | undefined): id is number {
  return id !== null && id !== undefined && !isPreset(id);
}

function isOfKind<Kind extends ModelKind>(row: ModelEntity, kind: Kind): row is ModelEntity & { kind: Kind } {
  return row.kind === kind;
}
