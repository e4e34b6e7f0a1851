import { defineErrors } from '#kernel';

/** Messages are for people, and tell neither tokens nor addresses. */
export const channelTransportErrors = defineErrors('channel_transport', {
  signature_invalid: { kind: 'unauthenticated', message: 'The signature of the call is missing, wrong or too old.' },
  payload_invalid: { kind: 'invalid_input', message: 'The call is not in the format of the platform.' },
  /** Credentials are missing without which the platform cannot be spoken to. */
  not_configured: { kind: 'invalid_input', message: 'The channel lacks credentials.' },
  /** With `retryAfterMs`: nothing may be sent before. */
  rate_limited: { kind: 'rate_limited', message: 'The platform asks for a pause.' },
  /** The credentials are no good, now or any more: nothing will get through until there are new ones. */
  revoked: { kind: 'forbidden', message: 'The platform does not accept the credentials of the channel.' },
  /** This chat alone: others may get through. */
  chat_gone: {
    kind: 'not_found',
    message: 'The bot cannot write to this chat: it was blocked or removed, or the chat is gone.',
  },
  unavailable: { kind: 'unavailable', message: 'The platform could not be reached.' },
  timed_out: { kind: 'unavailable', message: 'The platform did not answer in time.' },
  /** What was sent will not be taken when it is sent again. */
  refused: { kind: 'unsupported', message: 'The platform refused what was sent.' },
});
