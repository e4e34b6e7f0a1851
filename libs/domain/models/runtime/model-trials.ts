import { Injectable } from '@nestjs/common';
import { Notices } from '#infra/notices';
import { type Actor, AppError, SECOND_MS } from '#kernel';
import type { EmbeddingModel } from '#providers/embeddings';
import type { LlmModel, LlmRequest } from '#providers/llm';
import type { Reranker } from '#providers/reranking';
import type { ModelEntity } from '../model.entity';
import { modelErrors } from '../models.errors';
import { modelRecovered } from '../models.notices';
import { ModelsQueries } from '../models.queries';
import type { ModelTrial, TrialFindings } from '../models.types';
import { DEFAULT_EMBEDDING_ID, isPreset } from '../presets';
import { Calibrations } from './calibrations';
import type { ExternalEmbedding, ExternalReranker } from './external-model';
import { InstallationModels } from './installation-models';
import { ModelAdapters } from './model-adapters';
import type { ModelWatch } from './model-watch';
import { providerWords } from './provider-words';
import { within } from './within';

/** Somebody waits for it; a model that has to be loaded first may take most of it. */
const DEADLINE_MS = 30 * SECOND_MS;
/** Nine calls at most, which nobody waits for without end. */
const MAX_CALIBRATION_MS = 15 * SECOND_MS;
/** Models that think before they speak need more than the two words. */
const MAX_TOKENS = 64;

const QUESTION = 'When does the shop open on Monday?';
const ANSWERING_TEXT = 'The shop opens at nine from Monday to Friday.';
const OTHER_TEXT = 'Water boils at a hundred degrees at sea level.';

/** Really calls a model, also one whose circuit is open, to see; success closes it in every process. */
@Injectable()
export class ModelTrials {
  constructor(
    private readonly queries: ModelsQueries,
    private readonly installation: InstallationModels,
    private readonly adapters: ModelAdapters,
    private readonly calibrations: Calibrations,
    private readonly notices: Notices,
  ) {
    notices.on(modelRecovered, ({ modelId }) => this.watchOf(modelId)?.recovered());
  }

  /** @throws AppError `models.not_found`; that the model fails is an answer */
  async run({ teamId }: Actor, id: number): Promise<ModelTrial> {
    const row = await this.queries.find(teamId, id);
    if (!row) throw modelErrors.not_found();
    const tried = await (isPreset(id) ? this.tryPreset(id) : this.tryRow(row));
    // Of several processes each has a circuit of its own; all have closed it when the answer is there.
    if (tried.ok) await this.notices.publish(modelRecovered, { modelId: id });
    return tried;
  }

  private watchOf(id: number): ModelWatch | undefined {
    if (id === DEFAULT_EMBEDDING_ID) return this.installation.embedding?.watch;
    return (this.installation.llmOfPreset(id) ?? this.adapters.find(id))?.watch;
  }

  private tryRow(row: ModelEntity): Promise<ModelTrial> {
    const external = this.adapters.of(row as ModelEntity & { kind: typeof row.kind });
    switch (external.kind) {
      case 'llm':
        return trial(external.watch, (signal) => speak(external.bare, signal));
      case 'embedding':
        return this.tryEmbedding(external);
      case 'rerank':
        return this.tryReranker(external);
    }
  }

  /** What is built in answers from itself; of the lexical ones there is nothing to call. */
  private async tryPreset(id: number): Promise<ModelTrial> {
    const { embedding } = this.installation;
    if (id === DEFAULT_EMBEDDING_ID && embedding) return this.tryEmbedding(embedding);
    const llm = this.installation.llmOfPreset(id);
    return llm ? trial(llm.watch, (signal) => speak(llm.bare, signal)) : { ok: true, latencyMs: 0 };
  }

  private async tryEmbedding(external: ExternalEmbedding): Promise<ModelTrial> {
    const tried = await trial(external.watch, (signal) => embed(external.bare, signal));
    return this.withMeaning(
      tried,
      async () => (await this.calibrations.embedding(external)).probabilityOf !== undefined,
    );
  }

  private async tryReranker(external: ExternalReranker): Promise<ModelTrial> {
    const tried = await trial(external.watch, (signal) => rank(external.bare, signal));
    return this.withMeaning(tried, async () => (await this.calibrations.reranker(external)) !== undefined);
  }

  /** Calibration is another matter than the trial: if it fails or takes long, it is made at the first use. */
  private async withMeaning(tried: ModelTrial, isTelling: () => Promise<boolean>): Promise<ModelTrial> {
    if (!tried.ok) return tried;
    const telling = await within(MAX_CALIBRATION_MS, isTelling()).catch(() => undefined);
    return telling === undefined ? tried : { ...tried, isTelling: telling };
  }
}

/** The deadline counts as a failure of the model, unlike the signal of a caller who leaves. */
async function trial(
  watch: ModelWatch | undefined,
  call: (signal: AbortSignal) => Promise<TrialFindings>,
): Promise<ModelTrial> {
  const startedMs = performance.now();
  const latency = () => Math.round(performance.now() - startedMs);
  const work = () => call(AbortSignal.timeout(DEADLINE_MS)).catch(rethrowInWords);
  try {
    const findings = await (watch ? watch.call(work, { anyway: true }) : work());
    return { ok: true, latencyMs: latency(), ...findings };
  } catch (error) {
    const { code, message } = error instanceof AppError ? error : modelErrors.not_usable();
    const providerMessage = providerWords(error, watch?.watched.secret ?? null);
    return { ok: false, latencyMs: latency(), error: { code, message, providerMessage } };
  }
}

function rethrowInWords(error: unknown): never {
  throw error instanceof DOMException && error.name === 'TimeoutError' ? modelErrors.trial_timed_out() : error;
}

async function speak(model: LlmModel, signal: AbortSignal): Promise<TrialFindings> {
  let answer = '';
  for await (const event of model.generate(requestFor(model, signal))) if (event.type === 'delta') answer += event.text;
  return { answer };
}

/** A model that only quotes is given something to quote. */
function requestFor(model: LlmModel, signal: AbortSignal): LlmRequest {
  const common = { model: model.name, system: '', stream: false, maxTokens: MAX_TOKENS, signal };
  if (!model.capabilities.groundedOnly) {
    const text = 'Please answer with two words: It works.';
    return { ...common, messages: [{ role: 'user', text }], passages: [], questions: [], hasKnowledge: false };
  }
  const passage = {
    id: 'trial',
    title: 'Opening hours',
    section: null,
    text: ANSWERING_TEXT,
    language: 'en',
    score: 0.95,
  };
  const question = { text: QUESTION, words: QUESTION, passages: [{ id: passage.id, score: passage.score }] };
  return { ...common, messages: [{ role: 'user', text: QUESTION }], passages: [passage], questions: [question] };
}

async function embed(model: EmbeddingModel, signal: AbortSignal): Promise<TrialFindings> {
  const { vectors } = await model.embed({ texts: [ANSWERING_TEXT, OTHER_TEXT], purpose: 'passage', signal });
  return { dimensions: vectors[0]?.length ?? 0 };
}

async function rank(model: Reranker, signal: AbortSignal): Promise<TrialFindings> {
  const { scores } = await model.rerank({ query: QUESTION, texts: [ANSWERING_TEXT, OTHER_TEXT], signal });
  return { scores };
}
