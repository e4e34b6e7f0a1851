import { Injectable, Logger } from '@nestjs/common';
import { ReadyModels, type SpeakingModel } from '#domain/models';
import { LlmRegistry } from '#providers/llm';
import { extractiveModelName } from '../extractive/extractive-model';
import type { FailedModel, ReplyRequest, ReplyUsage } from '../replies.types';
import type { AnsweredQuestion } from './decision';
import { askedOf, type Briefing, begin, type Generation } from './generation';
import type { ToolEvent } from './tool-rounds';
import type { Toolbox } from './toolbox';
import { freeSpeakers, type Turn } from './turn';

/** The models of a bot, in the order in which they are asked. */
@Injectable()
export class Speakers {
  private readonly logger = new Logger(Speakers.name);

  constructor(
    private readonly models: ReadyModels,
    private readonly builtIn: LlmRegistry,
  ) {}

  of({ teamId, configuration }: ReplyRequest): Promise<readonly SpeakingModel[]> {
    return this.models.speakers(teamId, configuration);
  }

  /** The built-in model makes up for all others when there is something to quote. */
  withExtractive(speakers: readonly SpeakingModel[]): readonly SpeakingModel[] {
    const model = this.builtIn.find(extractiveModelName);
    if (model === undefined || speakers.some((speaker) => speaker.model.name === model.name)) return speakers;
    return [...speakers, { id: null, model, contextTokens: null, inputPrice: null, outputPrice: null }];
  }

  /** @param knowledge what there is to answer from, where there are no passages */
  async *begin(
    speakers: readonly SpeakingModel[],
    turn: Turn,
    answered: readonly AnsweredQuestion[],
    knowledge: Pick<Briefing, 'hasKnowledge' | 'mayGuess'> = {},
  ): AsyncGenerator<ToolEvent, Generation, undefined> {
    const briefing = { ...(await this.briefingOf(speakers, turn)), ...knowledge };
    return yield* begin(
      speakers,
      (speaker) => askedOf(turn.request, answered, speaker, briefing),
      ({ id, model }: FailedModel, error) =>
        this.logger.warn({ message: 'A model failed; the next one is asked.', modelId: id, model, err: error }),
    );
  }

  /** Undefined when none of them can call tools, or there are none. */
  async toolboxFor(speakers: readonly SpeakingModel[], { surroundings }: Turn): Promise<Toolbox | undefined> {
    return speakers.some(({ model }) => model.capabilities.tools) ? surroundings.toolbox() : undefined;
  }

  private async briefingOf(speakers: readonly SpeakingModel[], turn: Turn): Promise<Briefing> {
    const free = freeSpeakers(speakers);
    if (free.length === 0) return {};
    const { manner, context } = turn.surroundings;
    const toolbox = await this.toolboxFor(free, turn);
    return { manner: await manner, aboutUser: (await context)?.prompt, toolbox };
  }
}

/** Who spoke, what that has used and cost, and who failed before. */
export function spokenBy({ speaker, failed }: Generation, usage: ReplyUsage) {
  const costUsd = costOf(speaker, usage);
  return {
    model: speaker.model.name,
    ...(speaker.id === null ? {} : { modelId: speaker.id }),
    usage,
    ...(costUsd === undefined ? {} : { costUsd }),
    ...(failed.length === 0 ? {} : { failedModels: failed }),
  };
}

const PRICED_TOKENS = 1_000_000;

/** A price that nobody has said counts as none, if the other one is known. */
function costOf({ inputPrice, outputPrice }: SpeakingModel, { inputTokens, outputTokens }: ReplyUsage) {
  if (inputPrice === null && outputPrice === null) return undefined;
  return ((inputPrice ?? 0) * inputTokens + (outputPrice ?? 0) * outputTokens) / PRICED_TOKENS;
}
