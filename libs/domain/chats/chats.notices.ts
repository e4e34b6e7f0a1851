import { z } from 'zod';
import { defineNotice } from '#infra/notices';
import { ESCALATION_REASONS } from './handoff/hand-off.types';

/**
 * A person has taken over: these replies, which were being made, are not told any further. At most `MAX_WITHDRAWN` ids, because
 * a notice is small.
 */
export const repliesWithdrawn = defineNotice(
  'chats.replies-withdrawn',
  z.object({
    conversationId: z.uuid(),
    messageIds: z.array(z.uuid()),
    /** Of what their readers are told. */
    language: z.string(),
    escalation: z.object({ id: z.uuid(), reason: z.enum(ESCALATION_REASONS), agentId: z.uuid().nullable() }),
  }),
);
export const MAX_WITHDRAWN = 100;

export type RepliesWithdrawn = z.infer<(typeof repliesWithdrawn)['payload']>;

/** Something was said or has changed in a conversation in which a person is wanted or answers, or did so until now. */
export const conversationChanged = defineNotice(
  'chats.conversation-changed',
  z.object({ conversationId: z.uuid(), teamId: z.uuid() }),
);

/** A conversation was deleted: what is being said in it is of no use to anybody. */
export const conversationGone = defineNotice('chats.conversation-gone', z.object({ conversationId: z.uuid() }));
