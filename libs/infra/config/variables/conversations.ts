import { lifetime, number } from '../env-values';
import type { EnvVariable } from '../env-variable';

/** How conversations are led. */
export const CONVERSATION_VARIABLES = {
  SESSION_IDLE_MINUTES: {
    schema: number(30, 1, 525_600),
    defaultText: '30',
    meaning: 'Minutes without a message after which a conversation counts as ended.',
  },
  CHAT_EXPIRE_TIME: {
    schema: lifetime('1h'),
    defaultText: '1h',
    meaning: 'How long a chat of the bots API lives after its last message: a number with h, d, w, m (30 days) or y.',
  },
  CONFIDENCE_THRESHOLD: {
    schema: number(0.75, 0, 1, false),
    defaultText: '0.75',
    meaning:
      'Confidence (0 to 1) below which a reply of the support API sends the conversation to a person, unless the bot says otherwise.',
  },
} satisfies Record<string, EnvVariable>;
