/** Replies that rest on no knowledge: friendly words, that nobody knows, or what a model says by itself. */
import { Injectable, Logger } from '@nestjs/common';
import { llmErrors } from '#providers/llm';
import { hasAttachments } from '../attachments/attached';
import { wantsModel } from '../caller-terms';
import type { FixedWords } from './decision';
import { type Generation, isGroundedByTool } from './generation';
import { Speakers, spokenBy } from './speakers.service';
import {
  type Draft,
  type Drafting,
  estimatedUsage,
  type Freely,
  isModelFailure,
  sayCalls,
  sayFreely,
  sayWords,
} from './telling';
import { freeSpeakers, type Turn } from './turn';

interface Freedom extends Pick<Freely, 'prefix' | 'needsTool'> {
  mayGuess: boolean;
  /** False: nothing is said to the model of knowledge. */
  hasKnowledge?: boolean;
}

/** That a reply is right which rests on what a tool has said. A guess: tools do not say how sure they are. */
const toolConfidence = 0.8;

@Injectable()
export class FreeSpeech {
  private readonly logger = new Logger(FreeSpeech.name);

  constructor(private readonly speakers: Speakers) {}

  /**
   * The words; in place of a refusal what a model says of the attachments, or its guess, if the bot wants that, or that it does
   * not know in its own words, or what a tool has told it.
   */
  async *withoutContext(turn: Turn, words: FixedWords): Drafting {
    const freedom = freedomByCaller(turn, words) ?? (await this.freedomByBot(turn, words));
    if (freedom === undefined || freeSpeakers(turn.speakers).length === 0) return yield* sayWords(words);
    return yield* this.sayOrRefuse(turn, words, freedom);
  }

  private async freedomByBot(turn: Turn, words: FixedWords): Promise<Freedom | undefined> {
    return words.isRefusal ? (freedomOf(turn, words) ?? (await this.byTools(turn))) : undefined;
  }

  /** Of a bot without any knowledge. That all models fail is the caller's to tell, since nobody else could answer. */
  async *asAssistant(turn: Turn): Drafting {
    const generation = yield* this.speakers.begin(freeSpeakers(turn.speakers), turn, [], { hasKnowledge: false });
    const { text, usage, ending } = yield* sayFreely(generation);
    const spent = usage ?? estimatedUsage(turn.request, text);
    if (text === '' && ending.toolCalls) return yield* sayCalls(ending, spokenBy(generation, spent));
    if (text === '') throw llmErrors.provider_unavailable();
    const told = { text, sources: [], ...ending, ...groundOf(generation, 0) };
    const isSmallTalk = turn.understanding.smallTalk !== undefined && !told.grounded;
    return { ...told, ...(isSmallTalk ? { isSmallTalk } : {}), ...spokenBy(generation, spent) };
  }

  /** The words when no model speaks, or none that has the ground that it needs. */
  private async *sayOrRefuse(
    turn: Turn,
    words: FixedWords,
    { mayGuess, hasKnowledge = true, ...freely }: Freedom,
  ): Drafting {
    let isTelling = false;
    const onTelling = () => {
      isTelling = true;
    };
    try {
      const generation = yield* this.speakers.begin(freeSpeakers(turn.speakers), turn, [], { mayGuess, hasKnowledge });
      const { text, usage, ending } = yield* sayFreely(generation, { ...freely, onTelling });
      const spoken = spokenBy(generation, usage ?? estimatedUsage(turn.request, text));
      if (text !== '') return { text, sources: [], ...ending, ...groundOf(generation, words.confidence), ...spoken };
      if (ending.toolCalls) return yield* sayCalls(ending, spoken);
      if (freely.needsTool) turn.tally.unspoken = usage;
    } catch (error) {
      if (isTelling || turn.needsModel || !isModelFailure(error)) throw error;
      this.logger.warn({ message: 'No model could speak; the bot says that it does not know.', err: error });
    }
    return yield* sayWords(words);
  }

  /** Whoever has tools may look whether one of them helps, unless nothing was asked or the caller's rules leave no room. */
  private async byTools(turn: Turn): Promise<Freedom | undefined> {
    if (turn.request.isStrict || turn.understanding.questions.length === 0) return undefined;
    const toolbox = await this.speakers.toolboxFor(freeSpeakers(turn.speakers), turn);
    return toolbox && { mayGuess: false, needsTool: true };
  }
}

function groundOf(generation: Generation, confidence: number): Pick<Draft, 'confidence' | 'grounded'> {
  return isGroundedByTool(generation)
    ? { confidence: toolConfidence, grounded: true }
    : { confidence, grounded: false };
}

/**
 * A caller who has called tools wants what came of them told; one who wants a format or a call gets no fixed words; and one who
 * offers tools may be asked to call one, or for what is missing to call it.
 */
function freedomByCaller({ request, speakers }: Turn, { isRefusal }: FixedWords): Freedom | undefined {
  const { caller, configuration } = request;
  if (caller === undefined) return undefined;
  const { rounds = [], tools = [] } = caller;
  if (rounds.length > 0) return { mayGuess: true, hasKnowledge: false };
  if (wantsModel(request)) return { mayGuess: configuration.answersWithoutKnowledge === true || !isRefusal };
  const canCall = freeSpeakers(speakers).some(({ model }) => model.capabilities.tools);
  return isRefusal && tools.length > 0 && caller.toolChoice !== 'none' && canCall
    ? { mayGuess: configuration.answersWithoutKnowledge === true }
    : undefined;
}

/** Undefined: the fixed words are what the bot wants said. */
function freedomOf({ request, understanding }: Turn, { text }: FixedWords): Freedom | undefined {
  const { answersWithoutKnowledge, fallbackMessage, prefixesFallbackMessage } = request.configuration;
  if (hasAttachments(request)) return { mayGuess: answersWithoutKnowledge === true, prefix: '' };
  if (understanding.questions.length === 0 && !request.isStrict) return undefined;
  if (answersWithoutKnowledge === true) return { mayGuess: true, prefix: prefixesFallbackMessage ? `${text}\n\n` : '' };
  return fallbackMessage === '' ? { mayGuess: false, prefix: '' } : undefined;
}
