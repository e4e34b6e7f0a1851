/** Events of Slack, read (docs.slack.dev/apis/events-api). */
import type { ChannelAccount, Inbound, InboundAttachment, InboundMessage } from '../../channel-transport.contract';
import { channelTransportErrors } from '../../channel-transport.errors';
import { fieldOf, listAt, numberAt, present, textAt } from '../../payload';

/** Subtypes of `message` that are something said; all others tell of edits, joins and the like. */
const SAID = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message']);

/** Reminders and the like: no bot by its fields. */
const SLACKBOT = 'USLACKBOT';

/** @throws AppError `channel_transport.payload_invalid` */
export function inboundOf(body: unknown, account: ChannelAccount): Inbound {
  const type = textAt(body, 'type');
  if (type === 'url_verification') {
    return { kind: 'handshake', answer: { challenge: textAt(body, 'challenge') ?? '' } };
  }
  // Commands and buttons come as forms; Parley offers none.
  if (body === undefined) return { kind: 'ignored' };
  if (type === undefined) throw channelTransportErrors.payload_invalid({ message: 'The event has no type.' });
  return type === 'event_callback' ? ofEvent(body, fieldOf(body, 'event'), account) : { kind: 'ignored' };
}

function ofEvent(body: unknown, event: unknown, account: ChannelAccount): Inbound {
  const type = textAt(event, 'type');
  if (type === 'app_uninstalled') return { kind: 'disconnected', reason: 'app_uninstalled' };
  // The tokens of single users may go; ours is the bot's.
  if (type === 'tokens_revoked') {
    return listAt(event, 'tokens', 'bot').length > 0
      ? { kind: 'disconnected', reason: 'tokens_revoked' }
      : { kind: 'ignored' };
  }
  if (type !== 'message' && type !== 'app_mention') return { kind: 'ignored' };
  const message = messageOf(event, botIdOf(body, account));
  return message === undefined ? { kind: 'ignored' } : { kind: 'message', message };
}

/** For whom the event was sent; Slack says so with each. */
function botIdOf(body: unknown, { identity }: ChannelAccount): string | undefined {
  const ours = listAt(body, 'authorizations').find((one) => fieldOf(one, 'is_bot') !== false);
  return textAt(ours, 'user_id') ?? identity?.id;
}

function messageOf(event: unknown, botId: string | undefined): InboundMessage | undefined {
  const [userId, chatId, ts] = [textAt(event, 'user'), textAt(event, 'channel'), textAt(event, 'ts')];
  if (userId === undefined || chatId === undefined || ts === undefined || !isByPerson(event, userId, botId))
    return undefined;
  const isMention = textAt(event, 'type') === 'app_mention';
  const isDirect = textAt(event, 'channel_type') === 'im' || chatId.startsWith('D');
  const said = textAt(event, 'text') ?? '';
  const text = readable(said, botId);
  const attachments = listAt(event, 'files').map(attachmentOf);
  if (text === '' && attachments.length === 0) return undefined;
  const thread = textAt(event, 'thread_ts');
  return {
    // A mention is told twice, as itself and as a message, to apps that hear both. Who is mentioned must be known for them to
    // be the same.
    key: isMention && botId === undefined ? `mention:${chatId}:${ts}` : `${chatId}:${ts}`,
    chatId,
    platformMessageId: ts,
    isDirect,
    mentionsBot: isMention || (botId !== undefined && said.includes(`<@${botId}`)),
    user: present({
      id: userId,
      username: textAt(event, 'user_profile', 'name'),
      name: textAt(event, 'user_profile', 'real_name') ?? textAt(event, 'user_profile', 'display_name'),
    }),
    text,
    attachments,
    // In a channel every question opens a thread, so that its answer and what follows stand together.
    ...present({ threadId: thread ?? (isDirect ? undefined : ts) }),
  };
}

function isByPerson(event: unknown, userId: string, botId: string | undefined): boolean {
  return (
    SAID.has(textAt(event, 'subtype')) &&
    fieldOf(event, 'hidden') !== true &&
    textAt(event, 'bot_id') === undefined &&
    userId !== botId &&
    userId !== SLACKBOT
  );
}

/** As people read it (docs.slack.dev/messaging/formatting-message-text#retrieving-messages), without the bot's name. */
function readable(text: string, botId: string | undefined): string {
  const words = text.replace(/<([^<>]*)>(?:[,:]?\s)?/g, (whole: string, link: string) => {
    const blank = /\s$/.exec(whole)?.[0] ?? '';
    if (botId !== undefined && (link === `@${botId}` || link.startsWith(`@${botId}|`))) return '';
    return wordsOf(link) + whole.slice(link.length + 2, whole.length - blank.length) + blank;
  });
  return unescaped(words).trim();
}

function wordsOf(link: string): string {
  const [target = '', label] = link.split('|');
  if (/^[@#!]/.test(target)) {
    const sign = target.startsWith('#') ? '#' : '@';
    return sign + (label ?? target.slice(1)).replace(/^[@#]/, '').replace(/^subteam\^/, '');
  }
  return label === undefined || label === target ? target.replace(/^mailto:/, '') : `${label} (${target})`;
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function attachmentOf(file: unknown): InboundAttachment {
  return {
    name: textAt(file, 'name') ?? textAt(file, 'title') ?? 'file',
    mediaType: textAt(file, 'mimetype') ?? 'application/octet-stream',
    ...present({ platformFileId: textAt(file, 'id'), sizeBytes: numberAt(file, 'size') }),
  };
}
