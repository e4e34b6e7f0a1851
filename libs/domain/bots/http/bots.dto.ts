import {
  AllOptional,
  BooleanField,
  DateField,
  EnumField,
  IdField,
  ObjectField,
  PageQuery,
  TextField,
} from '#infra/http';
import { BOT_STATUSES, type BotStatus } from '../bots.types';

export class CreateChatbot {
  @TextField('Display name.', { maxLength: 128, example: 'Customer Support Bot' })
  name: string;

  @TextField('What it is for.', {
    optional: true,
    nullable: true,
    maxLength: 4_000,
    example: 'A chatbot for handling customer support inquiries',
  })
  description?: string | null;

  @TextField('The engine that answers.', { optional: true, nullable: true, maxLength: 64, default: 'default' })
  engine?: string | null;

  @ObjectField(
    'How it answers; all fields are optional. Models: `model` (name) or `modelId`, `fallbackModelIds` (up to 5, asked in ' +
      'this order when it fails), `rerankModelId`. Limits: `maxInputTokens`, `maxReplyTokens` (from 1). Sampling: ' +
      '`temperature` (0 to 2), `topP` (0 to 1). Retrieval: `topK` (1 to 1,000 passages of each index) with a score of at ' +
      'least `minK` (0 to 1), of which reranking keeps `topN` (from 1) with at least `minN` (0 to 1). Words: `systemPrompt`, ' +
      '`fallbackMessage` (said when the knowledge does not hold the answer), `confidenceThreshold` (0 to 1; a reply below ' +
      'it gives way to the fallback message), `answersWithoutKnowledge` (whether the model may answer what the knowledge ' +
      'does not hold; a bot without any knowledge base does unless this is false), `prefixesFallbackMessage` (begins such ' +
      'an answer with the fallback message), `generatesRelatedPrompts`. People: `handOff` (when a ' +
      'conversation goes to a person: `isEnabled`, `confidenceBelow` and `frustrationAbove` (0 to 1), `onUserRequest`, ' +
      '`noContextTurns`, `maxTurns`, `maxMinutes`). Intents of the trained model: `intents` (`answersDirectly`, whether an ' +
      'intent replies with its own answer, which is so unless false, and `minConfidence`, 0 to 1, 0.8 unless given). The ' +
      'built-in model: `extractive` (`maxSentences`, 1 to 5: it answers with the best sentences of whichever passages hold ' +
      'them; else with the best one and what belongs to it). End ' +
      'users: `userContext` (`isUsed`, true unless given, and `extractsByModel`). Conversations: `historyMessages` (1 to 100, ' +
      'how many of them whoever answers is shown). Messengers: `behaviors` (`typingIndicator`, `shouldRespond` (always, ' +
      'mentions, direct), `responseDelayMs` (`min`, `max`), `conversationScope` (user, thread, session), ' +
      '`sessionTimeoutMinutes`). Other fields are kept. An update merges field by field; null takes one away.',
    { optional: true, nullable: true, example: { temperature: 0.2, fallbackMessage: 'Sorry, I do not know that.' } },
  )
  configuration?: Record<string, unknown> | null;

  @EnumField('Whether it is at work: a disabled one answers nobody.', BOT_STATUSES, {
    optional: true,
    default: 'active',
  })
  status?: BotStatus;
}

export class UpdateChatbot extends AllOptional(CreateChatbot) {}

export class ChatbotQuery extends PageQuery {
  @TextField('Part of the name or description, in any case.', { optional: true, maxLength: 128 })
  search?: string;

  @EnumField('Only these.', BOT_STATUSES, { optional: true })
  status?: BotStatus;
}

export class Chatbot {
  @IdField('Its id.')
  id: string;

  @TextField('Display name.')
  name: string;

  @TextField('Its name for machines: made from the name, unique in your team, never changed.', {
    example: 'support-bot',
  })
  slug: string;

  @TextField('What it is for.', { nullable: true })
  description: string | null;

  @TextField('The engine that answers.', { example: 'default' })
  engine: string;

  @ObjectField('How it answers.')
  configuration: Record<string, unknown>;

  @EnumField('Whether it is at work.', BOT_STATUSES)
  status: BotStatus;

  @BooleanField('Whether it answers callers of APIs that name no chatbot. Made at the first such call.')
  isDefault: boolean;

  @DateField('When it was made.')
  createdAt: string;

  @DateField('When it was last changed.')
  updatedAt: string;
}
