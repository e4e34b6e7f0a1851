/** Replies that rest on no knowledge: friendly words, that nobody knows, or what a model says by itself. */
import { Injectable, Logger } from '@nestjs/common';
import { llmErrors } from '#providers/llm';
import { hasAttachments } from '../attachments/attached';
import type { ReplyEvent, ReplyRequest } from '../replies.types';
import type { FixedWords } from './decision';
import type { Generation } from './generation';
import { Speakers, spokenBy } from './speakers.service';
import { type Drafting, estimatedUsage, isModelFailure, sayFreely, sayWords, type Told } from './telling';
import { freeSpeakers, type Turn } from './turn';
import { understand } from './understanding';

interface Freedom {
  mayGuess: boolean;
  /** Said before the model's words. */
  prefix: string;
}

@Injectable()
export class FreeSpeech {
  private readonly logger = new Logger(FreeSpeech.name);

  constructor(private readonly speakers: Speakers) {}

  /**
   * The words; in place of a refusal what a model says of the attachments, or its guess, if the bot wants that, or that it does
   * not know in its own words.
   */
  async *withoutContext(turn: Turn, words: FixedWords): Drafting {
    const freedom = words.isRefusal ? freedomOf(turn, words) : undefined;
    if (freedom === undefined || freeSpeakers(turn.speakers).length === 0) return yield* sayWords(words);
    return yield* this.sayOrRefuse(turn, words, freedom);
  }

  /** Of a bot without any knowledge. That all models fail is the caller's to tell, since nobody else could answer. */
  async *asAssistant(request: ReplyRequest, speakers: Turn['speakers']): Drafting {
    const generation = await this.speakers.begin(speakers, request, [], { hasKnowledge: false });
    const { text, usage } = yield* sayFreely(generation.events);
    if (text === '') throw llmErrors.provider_unavailable();
    const told = { text, sources: [], confidence: 0, grounded: false, ...smallTalkIn(request) };
    return { ...told, ...spokenBy(generation, usage ?? estimatedUsage(request, text)) };
  }

  /** The words when no model speaks. */
  private async *sayOrRefuse({ request, speakers }: Turn, words: FixedWords, freedom: Freedom): Drafting {
    const { generation, first, telling } = await this.tryToBegin(request, freeSpeakers(speakers), freedom);
    if (generation === undefined || first === undefined || first.done) return yield* sayWords(words);
    yield first.value;
    const { text, usage } = yield* telling;
    const told = { text, sources: [], confidence: words.confidence, grounded: false };
    return { ...told, ...spokenBy(generation, usage ?? estimatedUsage(request, text)) };
  }

  private async tryToBegin(
    request: ReplyRequest,
    speakers: Turn['speakers'],
    { mayGuess, prefix }: Freedom,
  ): Promise<Beginning> {
    try {
      const generation = await this.speakers.begin(speakers, request, [], { mayGuess });
      const telling = sayFreely(generation.events, prefix);
      return { generation, telling, first: await telling.next() };
    } catch (error) {
      if (!isModelFailure(error)) throw error;
      this.logger.warn({ message: 'No model could speak; the bot says that it does not know.', err: error });
      return {};
    }
  }
}

type Beginning =
  | { generation: Generation; telling: ReturnType<typeof sayFreely>; first: IteratorResult<ReplyEvent, Told> }
  | { generation?: undefined; telling?: undefined; first?: undefined };

function smallTalkIn(request: ReplyRequest): { isSmallTalk?: true } {
  return understand(request).smallTalk === undefined ? {} : { isSmallTalk: true };
}

/** Undefined: the fixed words are what the bot wants said. */
function freedomOf({ request, understanding }: Turn, { text }: FixedWords): Freedom | undefined {
  const { answersWithoutKnowledge, fallbackMessage, prefixesFallbackMessage } = request.configuration;
  if (hasAttachments(request)) return { mayGuess: answersWithoutKnowledge === true, prefix: '' };
  if (understanding.questions.length === 0 && !request.isStrict) return undefined;
  if (answersWithoutKnowledge === true) return { mayGuess: true, prefix: prefixesFallbackMessage ? `${text}\n\n` : '' };
  return fallbackMessage === '' ? { mayGuess: false, prefix: '' } : undefined;
}
