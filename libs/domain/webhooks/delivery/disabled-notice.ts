import type { Mail } from '#providers/mail';
import type { DisabledReason } from '../webhooks.types';

export interface DisabledNotice {
  url: string;
  reason: DisabledReason;
  disabledAt: Date;
  failingSince: Date | null;
}

/** Tells one person that a webhook of their team was switched off, why, and what to do. */
export function disabledNotice(notice: DisabledNotice, to: string, publicUrl: string | undefined): Mail {
  const text = `Hello,

a webhook of your team${publicUrl === undefined ? '' : ` at ${publicUrl}`} was switched off:

${addressOf(notice.url)}

${reasonText(notice)}

Nothing is sent to it until it is switched on again, and what happens meanwhile is not noted for it. What was still to be
delivered is kept and will be delivered then, unless it is too old for the log by that time.

When the receiver is ready, switch the webhook on again through the interface that it was made with. Its log of deliveries
shows what the receiver has answered.
`;
  return { to, subject: 'A webhook of your team was switched off', text };
}

/** Without what may be secret in it. */
function addressOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

function reasonText({ reason, disabledAt, failingSince }: DisabledNotice): string {
  const at = disabledAt.toUTCString();
  if (reason === 'gone') return `On ${at} it answered with status 410 (Gone), which asks for no more requests.`;
  const since = failingSince === null ? '' : ` since ${failingSince.toUTCString()}`;
  return `Every attempt to deliver something to it has failed${since}. It was switched off on ${at}.`;
}
