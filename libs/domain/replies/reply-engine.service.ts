import { Injectable, Logger } from '@nestjs/common';
import { AppError, Clock } from '#kernel';
import { estimateTokens, type LlmModel, LlmRegistry, type LlmUsage, llmErrors } from '#providers/llm';
import { replyConfidence } from './extractive/confidence';
import { extractiveModelName } from './extractive/extractive-model';
import { type CitingText, keepCited } from './pipeline/citations';
import { type Decision, decide, type FixedWords, refusal } from './pipeline/decision';
import { begin, distinctPassages, type Generation, llmRequestOf, sourcesOf } from './pipeline/generation';
import { callModel } from './pipeline/model-call';
import { Retrieval } from './pipeline/retrieval.service';
import { understand } from './pipeline/understanding';
import type { Reply, ReplyEvent, ReplyRequest } from './replies.types';
import { partNotFoundText } from './wording/fixed-texts';

/** The model of a reply that no model made: small talk, and that the knowledge does not hold the answer. */
const noModel = 'none';

type Draft = Omit<Reply, 'latencyMs'>;
type Drafting = AsyncGenerator<ReplyEvent, Draft, undefined>;
type Grounded = Extract<Decision, { kind: 'grounded' }>;

/**
 * Makes replies: understands the message, retrieves, decides, generates. A stream of events: `started`, `sources` once, deltas,
 * `done`. A reply that is not streamed is the same stream collected.
 */
@Injectable()
export class ReplyEngine {
  private readonly logger = new Logger(ReplyEngine.name);

  constructor(
    private readonly retrieval: Retrieval,
    private readonly models: LlmRegistry,
    private readonly clock: Clock,
  ) {}

  /** Throws the reason of `request.signal` when that aborts, and what the model throws after its first word. */
  async *reply(request: ReplyRequest): AsyncGenerator<ReplyEvent, void, undefined> {
    const startedMs = this.clock.nowMs();
    request.signal?.throwIfAborted();
    yield { type: 'started' };
    const draft = yield* this.draft(request);
    yield { type: 'done', reply: { ...draft, latencyMs: this.clock.nowMs() - startedMs } };
  }

  private async *draft(request: ReplyRequest): Drafting {
    const bases = await this.retrieval.activeBases(request.teamId, request.botId);
    const free = bases.length === 0 ? this.freeModel(request) : undefined;
    if (free) return yield* speakFreely(request, free);
    const understanding = understand(request);
    const findings = await this.retrieval.find(bases, understanding.questions);
    request.signal?.throwIfAborted();
    const decision = decide(request, understanding, findings, bases);
    if (decision.kind === 'grounded') return yield* this.answer(request, decision, understanding.language);
    const { answersWithoutKnowledge } = request.configuration;
    const guesses = decision.isRefusal && answersWithoutKnowledge === true && understanding.questions.length > 0;
    return yield* guesses ? this.guess(request, decision) : sayWords(decision);
  }

  private async *answer(request: ReplyRequest, decision: Grounded, language: string): Drafting {
    let confidence = confidenceOf(decision);
    const asked = this.models.resolve(request.configuration.model);
    const refused = asked.capabilities.assessment ? undefined : refusedBelowThreshold(request, language, confidence);
    if (refused) return yield* sayWords(refused);
    const { model, events } = await this.begin(asked, request, decision);
    const passages = distinctPassages(decision.answered);
    // Which passages a model cites is known at its end; whoever reads along gets all that it was given.
    const isHeld = request.stream === false && !model.capabilities.assessment;
    let quoted: readonly string[] = [];
    let usage: LlmUsage | undefined;
    let text = '';
    for await (const event of events) {
      if (event.type === 'assessment') {
        confidence = event.confidence * answeredShare(decision);
        quoted = event.quotedPassageIds;
        const refused = refusedBelowThreshold(request, language, confidence);
        if (refused) return yield* sayWords(refused);
      } else if (event.type === 'delta') {
        if (text === '' && !isHeld) yield { type: 'sources', sources: sourcesOf(passages, quoted) };
        text += event.text;
        if (!isHeld) yield event;
      } else if (event.type === 'usage') usage = event.usage;
    }
    if (text === '') return yield* sayWords(refusal(request, language, confidence));
    if (model.capabilities.groundedOnly) text += yield* admitUnanswered(decision, language);
    const told = isHeld ? yield* tellCited({ text, passages }) : { text, sources: sourcesOf(passages, quoted) };
    return { ...told, confidence, grounded: true, model: model.name, usage: usage ?? estimatedUsage(request, text) };
  }

  /** The model's own words without knowledge, if the bot allows it; the refusal when it cannot or does not speak. */
  private async *guess(request: ReplyRequest, refused: FixedWords): Drafting {
    const model = this.models.resolve(request.configuration.model);
    if (model.capabilities.groundedOnly) return yield* sayWords(refused);
    let usage: LlmUsage | undefined;
    let text = '';
    try {
      for await (const event of callModel(model, llmRequestOf(request, [], model))) {
        if (event.type === 'delta') {
          if (text === '') yield { type: 'sources', sources: [] };
          text += event.text;
          yield event;
        } else if (event.type === 'usage') usage = event.usage;
      }
    } catch (error) {
      if (text !== '' || !(error instanceof AppError)) throw error;
      this.logger.warn({
        message: 'A model failed; the bot says that it does not know.',
        model: model.name,
        err: error,
      });
    }
    if (text === '') return yield* sayWords(refused);
    const { confidence } = refused;
    const told = { text, sources: [], confidence, grounded: false };
    return { ...told, model: model.name, usage: usage ?? estimatedUsage(request, text) };
  }

  /** Of a bot without any knowledge: a model that speaks without passages makes it a plain assistant, unless it may not. */
  private freeModel({ configuration }: ReplyRequest): LlmModel | undefined {
    const model = this.models.resolve(configuration.model);
    return model.capabilities.groundedOnly || configuration.answersWithoutKnowledge === false ? undefined : model;
  }

  private begin(model: LlmModel, request: ReplyRequest, { answered }: Grounded): Promise<Generation> {
    return begin(
      model,
      this.models.find(extractiveModelName),
      (speaker) => llmRequestOf(request, answered, speaker),
      (error) =>
        this.logger.warn({ message: 'A model failed; the built-in one answers.', model: model.name, err: error }),
    );
  }
}

/** The model's own words; that it fails is the caller's to tell, since nobody else could answer. */
async function* speakFreely(request: ReplyRequest, model: LlmModel): Drafting {
  yield { type: 'sources', sources: [] };
  let usage: LlmUsage | undefined;
  let text = '';
  for await (const event of callModel(model, { ...llmRequestOf(request, [], model), hasKnowledge: false })) {
    if (event.type === 'delta') {
      text += event.text;
      yield event;
    } else if (event.type === 'usage') usage = event.usage;
  }
  if (text === '') throw llmErrors.provider_unavailable();
  const told = { text, sources: [], confidence: 0, grounded: false, model: model.name };
  return { ...told, usage: usage ?? estimatedUsage(request, text) };
}

/** All at once, with only the sources that the text cites. */
function* tellCited(whole: CitingText): Generator<ReplyEvent, Pick<Reply, 'text' | 'sources'>, undefined> {
  const { text, passages } = keepCited(whole);
  const sources = sourcesOf(passages, []);
  yield { type: 'sources', sources };
  yield { type: 'delta', text };
  return { text, sources };
}

function* sayWords({ text, confidence }: FixedWords): Generator<ReplyEvent, Draft, undefined> {
  yield { type: 'sources', sources: [] };
  yield { type: 'delta', text };
  return { text, sources: [], confidence, grounded: false, model: noModel, usage: { inputTokens: 0, outputTokens: 0 } };
}

/** A model that only quotes passes over what it has no passages for; the reader must be told. */
function* admitUnanswered({ unanswered }: Grounded, language: string): Generator<ReplyEvent, string, undefined> {
  const admission = unanswered.map((part) => `\n\n${partNotFoundText(language, part)}`).join('');
  if (admission !== '') yield { type: 'delta', text: admission };
  return admission;
}

function refusedBelowThreshold(request: ReplyRequest, language: string, confidence: number): FixedWords | undefined {
  const { confidenceThreshold = 0 } = request.configuration;
  return confidence < confidenceThreshold ? refusal(request, language, confidence) : undefined;
}

function answeredShare({ answered, unanswered }: Grounded): number {
  return answered.length / (answered.length + unanswered.length);
}

/** Of models that do not judge themselves: how likely what they were given holds the answers. */
function confidenceOf(decision: Grounded): number {
  const each = decision.answered.map(({ passages }) => replyConfidence(passages[0]?.score ?? 0));
  return (each.reduce((sum, one) => sum + one, 0) / each.length) * answeredShare(decision);
}

function estimatedUsage({ message }: ReplyRequest, text: string): LlmUsage {
  return { inputTokens: estimateTokens(message), outputTokens: estimateTokens(text) };
}
