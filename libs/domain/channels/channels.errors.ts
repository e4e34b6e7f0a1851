import { defineErrors } from '#kernel';
import { CHANNEL_LIMITS } from './channels.types';

export const channelErrors = defineErrors('channels', {
  not_found: { kind: 'not_found', message: 'There is no such channel.' },
  delivery_not_found: { kind: 'not_found', message: 'There is no such delivery of this channel.' },
  /** Its messages name the credentials. */
  not_configured: { kind: 'invalid_input', message: 'The channel lacks credentials.' },
  too_many: { kind: 'conflict', message: `A chatbot can have ${CHANNEL_LIMITS.ofBot} channels.` },
  not_retryable: { kind: 'conflict', message: 'Only a delivery that has failed or was skipped can be sent again.' },
  not_live: {
    kind: 'conflict',
    message: 'Channels are not live in this installation (CHANNELS_LIVE): nothing is sent.',
  },
  /** Its messages say why. The caller may ask again under the same id. */
  reply_failed: { kind: 'unavailable', message: 'The reply could not be made. Please send the message again.' },
  /** The answer is still being made; the caller may ask again under the same id. */
  reply_overdue: {
    kind: 'unavailable',
    message: 'The reply is still being made. Please send the message again later.',
  },
});
