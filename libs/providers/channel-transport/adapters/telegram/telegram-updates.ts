/** Updates of Telegram, read (core.telegram.org/bots/api#update). */
import type { ChannelAccount, Inbound, InboundAttachment, InboundMessage } from '../../channel-transport.contract';
import { channelTransportErrors } from '../../channel-transport.errors';
import { fieldOf, idAt, listAt, numberAt, present, textAt } from '../../payload';

interface Bot {
  id: string | undefined;
  username: string | undefined;
}

/** Kinds of files with what they are when Telegram does not say. */
const FILES = {
  document: ['file', 'application/octet-stream'],
  voice: ['voice.ogg', 'audio/ogg'],
  audio: ['audio.mp3', 'audio/mpeg'],
  video: ['video.mp4', 'video/mp4'],
  video_note: ['video.mp4', 'video/mp4'],
  animation: ['animation.mp4', 'video/mp4'],
} as const;

/** @throws AppError `channel_transport.payload_invalid` */
export function inboundOf(update: unknown, account: ChannelAccount): Inbound {
  const key = idAt(update, 'update_id');
  if (key === undefined) throw channelTransportErrors.payload_invalid({ message: 'The update has no update_id.' });
  const message = fieldOf(update, 'message');
  const chatId = idAt(message, 'chat', 'id');
  const userId = idAt(message, 'from', 'id');
  if (chatId === undefined || userId === undefined || !isByPerson(message)) return { kind: 'ignored' };
  const read = messageOf(message, { key, chatId, userId }, botOf(account));
  return read.text === '' && read.attachments.length === 0 ? { kind: 'ignored' } : { kind: 'message', message: read };
}

/** Posts of a channel reach the group of its discussion by an account of Telegram's own, which is no bot. */
function isByPerson(message: unknown): boolean {
  return fieldOf(message, 'from', 'is_bot') !== true && fieldOf(message, 'is_automatic_forward') !== true;
}

function messageOf(
  message: unknown,
  { key, chatId, userId }: { key: string; chatId: string; userId: string },
  bot: Bot,
): InboundMessage {
  const isDirect = textAt(message, 'chat', 'type') === 'private';
  const platformMessageId = idAt(message, 'message_id');
  const said = saidIn(message, bot);
  return {
    key,
    chatId,
    isDirect,
    mentionsBot: said.mentionsBot || repliesTo(message, bot),
    user: present({ id: userId, username: textAt(message, 'from', 'username'), name: nameIn(message) }),
    text: said.text,
    attachments: attachmentsOf(message),
    ...present({
      // Of other groups it is the root of a chain of replies, where nothing can be sent.
      threadId: fieldOf(message, 'is_topic_message') === true ? idAt(message, 'message_thread_id') : undefined,
      platformMessageId,
      replyTo: isDirect || platformMessageId === undefined ? undefined : { messageId: platformMessageId },
    }),
  };
}

function nameIn(message: unknown): string | undefined {
  const names = [textAt(message, 'from', 'first_name'), textAt(message, 'from', 'last_name')];
  return names.filter((name) => name !== undefined).join(' ') || undefined;
}

/** The number before the colon of a token is the bot's own id. */
function botOf({ identity, credentials }: ChannelAccount): Bot {
  return { id: identity?.id ?? /^\d+(?=:)/.exec(credentials.bot_token ?? '')?.[0], username: identity?.username };
}

function repliesTo(message: unknown, bot: Bot): boolean {
  return bot.id !== undefined && idAt(message, 'reply_to_message', 'from', 'id') === bot.id;
}

/** Entities are in UTF-16 code units, as texts are here. */
function saidIn(message: unknown, bot: Bot): { text: string; mentionsBot: boolean } {
  const isCaption = textAt(message, 'text') === undefined;
  const text = textAt(message, isCaption ? 'caption' : 'text') ?? textAt(message, 'sticker', 'emoji') ?? '';
  const at = bot.username === undefined ? undefined : `@${bot.username.toLowerCase()}`;
  const mentions: Array<[number, number]> = [];
  for (const entity of listAt(message, isCaption ? 'caption_entities' : 'entities')) {
    const start = numberAt(entity, 'offset') ?? 0;
    const end = start + (numberAt(entity, 'length') ?? 0);
    const cut = mentionIn(text, entity, [start, end], { at, id: bot.id });
    if (cut !== undefined) mentions.push(cut);
  }
  return { text: without(text, mentions), mentionsBot: mentions.length > 0 };
}

/** What of the text says the bot's name: `@bot`, a name that links to it, the end of `/help@bot`. */
function mentionIn(
  text: string,
  entity: unknown,
  [start, end]: readonly [number, number],
  bot: { at: string | undefined; id: string | undefined },
): [number, number] | undefined {
  const type = textAt(entity, 'type');
  const said = text.slice(start, end).toLowerCase();
  if (type === 'text_mention' && bot.id !== undefined && idAt(entity, 'user', 'id') === bot.id) return [start, end];
  if (bot.at === undefined) return undefined;
  if (type === 'mention' && said === bot.at) return [start, end];
  return type === 'bot_command' && said.endsWith(bot.at) ? [end - bot.at.length, end] : undefined;
}

function without(text: string, cuts: ReadonlyArray<readonly [number, number]>): string {
  let rest = text;
  for (const [start, end] of [...cuts].sort((one, other) => other[0] - one[0])) {
    const isWord = start === 0 || /\s/.test(rest[start - 1]!);
    rest = rest.slice(0, start) + (isWord ? rest.slice(end).replace(/^[,:]?\s+/, '') : rest.slice(end));
  }
  return rest.trim();
}

function attachmentsOf(message: unknown): InboundAttachment[] {
  const photo = attachmentOf(listAt(message, 'photo').at(-1), 'photo.jpg', 'image/jpeg');
  // An animation is told as a document too.
  const kinds = Object.entries(FILES).filter(
    ([kind]) => kind !== 'document' || fieldOf(message, 'animation') === undefined,
  );
  const files = kinds.map(([kind, [name, mediaType]]) => attachmentOf(fieldOf(message, kind), name, mediaType));
  return [photo, ...files].filter((found) => found !== undefined);
}

function attachmentOf(file: unknown, usualName: string, usualType: string): InboundAttachment | undefined {
  const platformFileId = textAt(file, 'file_id');
  if (platformFileId === undefined) return undefined;
  return {
    name: textAt(file, 'file_name') ?? usualName,
    mediaType: textAt(file, 'mime_type') ?? usualType,
    platformFileId,
    ...present({ sizeBytes: numberAt(file, 'file_size') }),
  };
}
