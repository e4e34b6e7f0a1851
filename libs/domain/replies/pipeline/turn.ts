import type { SpeakingModel } from '#domain/models';
import type { ReplyRequest } from '../replies.types';
import type { ReplyTally } from './reply-tally';
import type { Surroundings } from './surroundings.service';
import type { Understanding } from './understanding';

/** What is known of a turn when it is decided what to say. */
export interface Turn {
  request: ReplyRequest;
  surroundings: Surroundings;
  /** In the order in which they are asked; at least one. */
  speakers: readonly SpeakingModel[];
  understanding: Understanding;
  tally: ReplyTally;
  /** Whether somebody else answers when no model does: nothing then makes up for one. */
  needsModel: boolean;
}

/** Models that can speak without passages. */
export function freeSpeakers(speakers: readonly SpeakingModel[]): readonly SpeakingModel[] {
  return speakers.filter(({ model }) => !model.capabilities.groundedOnly);
}
