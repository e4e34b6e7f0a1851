import { Injectable, Logger } from '@nestjs/common';
import { ReadyModels, type SpeakingModel } from '#domain/models';
import { LlmRegistry } from '#providers/llm';
import { extractiveModelName } from '../extractive/extractive-model';
import type { FailedModel, ReplyRequest, ReplyUsage } from '../replies.types';
import type { AnsweredQuestion } from './decision';
import { begin, type Generation, llmRequestOf } from './generation';

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

  begin(
    speakers: readonly SpeakingModel[],
    request: ReplyRequest,
    answered: readonly AnsweredQuestion[],
    knowledge: { hasKnowledge?: boolean; mayGuess?: boolean } = {},
  ): Promise<Generation> {
    return begin(
      speakers,
      (speaker) => ({ ...llmRequestOf(request, answered, speaker), ...knowledge }),
      ({ id, model }: FailedModel, error) =>
        this.logger.warn({ message: 'A model failed; the next one is asked.', modelId: id, model, err: error }),
    );
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
