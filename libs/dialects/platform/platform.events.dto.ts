/** The `data` of webhook events at `/api/v1/webhooks`, each in both spellings: of this API, and of the support API. */
import { RATINGS, type Rating } from '#domain/chats';
import { DateField, EmailField, EnumField, IdField, IntegerField, ObjectField, TextField } from '#infra/http';

const CHATBOT = 'The chatbot.';
const CONVERSATION = 'The conversation.';
const SESSION = 'Name of the session.';
const END_USER = 'The end user, in the words of the caller who holds the conversation.';
const CHANNEL = 'What the end user wrote through.';

export class ConversationEventData {
  @IdField(CHATBOT)
  chatbotId: string;

  @IdField(CONVERSATION)
  conversationId: string;

  @TextField(SESSION)
  sessionId: string;

  @TextField(END_USER)
  userId: string;

  @TextField(CHANNEL, { example: 'api' })
  channel: string;

  @TextField('`conversationId` in the support API.', { example: 'conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  conversation_id: string;

  @TextField('As `userId`.')
  user_id: string;
}

export class ConversationEndedData extends ConversationEventData {
  @IntegerField('Messages of both sides.')
  messageCount: number;
}

export class MessageEventData extends ConversationEventData {
  @IdField('The message.')
  messageId: string;

  @EnumField('Who wrote it.', ['user', 'bot', 'agent'])
  role: 'user' | 'bot' | 'agent';

  @TextField('Its text.')
  content: string;

  @TextField('`messageId` in the support API.', { example: 'msg_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  message_id: string;
}

export class ConversationEscalatedData extends ConversationEventData {
  @TextField('Why a person is needed.', { example: 'low_confidence' })
  reason: string;

  @TextField('The person who is to answer; null while nobody is.', {
    nullable: true,
    example: 'agent_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b',
  })
  assigned_agent: string | null;
}

export class ConversationResolvedData extends ConversationEventData {
  @DateField('When it was resolved.')
  resolved_at: string;
}

export class FeedbackSubmittedData {
  @IdField(CHATBOT)
  chatbotId: string;

  @IdField(CONVERSATION)
  conversationId: string;

  @IdField('The message that was judged; null when the whole conversation was.', { nullable: true })
  messageId: string | null;

  @IdField('The judgement.')
  feedbackId: string;

  @IntegerField('From 1 to 5.', { min: 1, max: 5 })
  rating: number;

  @EnumField('The same in a word: 4 and 5 are positive, 3 is neutral.', RATINGS, { name: 'Rating' })
  judgement: Rating;

  @TextField('What was said with it.', { nullable: true })
  comment: string | null;

  @TextField('`conversationId` in the support API.', { example: 'conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  conversation_id: string;

  @TextField('`feedbackId` in the support API.', { example: 'fb_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  feedback_id: string;
}

export class UserRegisteredData {
  @IdField('The user.')
  userId: string;

  @TextField('Name that they log in with.')
  username: string;

  @EmailField('Their address.')
  email: string;

  @TextField('As `userId`.')
  user_id: string;
}

export class ChatbotCreatedData {
  @IdField(CHATBOT)
  chatbotId: string;

  @TextField('Its name.')
  name: string;
}

export class TrainingCompletedData {
  @IdField(CHATBOT)
  chatbotId: string;

  @IdField('The training session.')
  sessionId: string;

  @IdField('What it learned from.')
  datasetId: string;

  @EnumField('How it ended.', ['completed', 'failed', 'cancelled'])
  status: 'completed' | 'failed' | 'cancelled';

  @ObjectField('What was measured, and what it learned from; null unless it was completed.', { nullable: true })
  metrics: Record<string, unknown> | null;
}
