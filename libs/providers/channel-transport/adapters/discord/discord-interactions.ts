/** Interactions of Discord, read (docs.discord.com/developers/interactions/receiving-and-responding). */
import type { Inbound, InboundAttachment, InboundMessage } from '../../channel-transport.contract';
import { channelTransportErrors } from '../../channel-transport.errors';
import { fieldOf, idAt, listAt, numberAt, present, textAt } from '../../payload';

const PING = 1;
const COMMAND = 2;
const COMPONENT = 3;
const AUTOCOMPLETE = 4;
const MODAL = 5;
/** DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE: the user sees that an answer is being written. */
const DEFERRED = { type: 5 };
const NO_CHOICES = { type: 8, data: { choices: [] } };
/** Of the options of a command: a group of options, and a file. */
const SUBCOMMANDS = new Set<unknown>([1, 2]);
const ATTACHMENT = 11;
/** Channels that are threads. */
const THREADS = new Set<unknown>([10, 11, 12]);
/** The webhook of an interaction ends 15 minutes after it; the last of them is left for the way there. */
export const INTERACTION_LIFETIME_MS = 14 * 60_000;

/** @throws AppError `channel_transport.payload_invalid` */
export function inboundOf(body: unknown, receivedAt: Date): Inbound {
  const type = numberAt(body, 'type');
  if (type === undefined) throw channelTransportErrors.payload_invalid({ message: 'The interaction has no type.' });
  // Events of the application, which have types of their own, and a ping of type 0 that wants 204.
  if (fieldOf(body, 'event') !== undefined) return { kind: 'ignored' };
  if (type === 0) return { kind: 'handshake', status: 204, answer: '' };
  if (type === PING) return { kind: 'handshake', answer: { type: PING } };
  if (type === AUTOCOMPLETE) return { kind: 'handshake', answer: NO_CHOICES };
  if (type !== COMMAND && type !== COMPONENT && type !== MODAL) return { kind: 'ignored' };
  return { kind: 'message', message: messageOf(body, type, receivedAt), answer: DEFERRED };
}

function messageOf(body: unknown, type: number, receivedAt: Date): InboundMessage {
  const user = fieldOf(body, 'member', 'user') ?? fieldOf(body, 'user');
  const [key, channelId, userId] = [idAt(body, 'id'), idAt(body, 'channel_id'), idAt(user, 'id')];
  const [applicationId, token] = [idAt(body, 'application_id'), textAt(body, 'token')];
  if (key === undefined || channelId === undefined || userId === undefined || !applicationId || !token) {
    throw channelTransportErrors.payload_invalid({ message: 'The interaction lacks its id, channel, user or token.' });
  }
  const parentId = THREADS.has(fieldOf(body, 'channel', 'type')) ? idAt(body, 'channel', 'parent_id') : undefined;
  return {
    key,
    chatId: parentId ?? channelId,
    isDirect: idAt(body, 'guild_id') === undefined,
    // Nobody uses a command of a bot but to speak with it.
    mentionsBot: true,
    user: present({
      id: userId,
      username: textAt(user, 'username'),
      name: textAt(body, 'member', 'nick') ?? textAt(user, 'global_name'),
    }),
    text: saidIn(body, type),
    attachments: attachmentsOf(body),
    replyTo: { applicationId, token, expiresAtMs: String(receivedAt.getTime() + INTERACTION_LIFETIME_MS) },
    ...present({ threadId: parentId === undefined ? undefined : channelId }),
  };
}

function saidIn(body: unknown, type: number): string {
  if (type === COMPONENT) return chosenIn(body);
  const values = type === MODAL ? valuesOf(listAt(body, 'data', 'components')) : optionsOf(body).map(writtenValue);
  const said = values.filter((value) => value !== '').join(' ');
  return said || targetOf(body) || `/${textAt(body, 'data', 'name') ?? textAt(body, 'data', 'custom_id') ?? ''}`;
}

/** Of the innermost command. */
function optionsOf(body: unknown): readonly unknown[] {
  let options = listAt(body, 'data', 'options');
  while (SUBCOMMANDS.has(fieldOf(options[0], 'type'))) options = listAt(options[0], 'options');
  return options.filter((option) => fieldOf(option, 'type') !== ATTACHMENT);
}

function writtenValue(option: unknown): string {
  const value = fieldOf(option, 'value');
  const isWritten = typeof value === 'number' || typeof value === 'boolean';
  return isWritten ? String(value) : (textAt(option, 'value')?.trim() ?? '');
}

/** The message or user that a command of a context menu was used on. */
function targetOf(body: unknown): string | undefined {
  const targetId = textAt(body, 'data', 'target_id');
  return targetId === undefined ? undefined : textAt(body, 'data', 'resolved', 'messages', targetId, 'content');
}

/** What was chosen from a list; of a button what stands on it. */
function chosenIn(body: unknown): string {
  const values = listAt(body, 'data', 'values').flatMap((value) => textAt(value) ?? []);
  if (values.length > 0) return values.join(', ');
  const customId = textAt(body, 'data', 'custom_id') ?? '';
  const button = componentsIn(listAt(body, 'message', 'components')).find(
    (one) => textAt(one, 'custom_id') === customId,
  );
  return textAt(button, 'label') ?? customId;
}

function valuesOf(components: readonly unknown[]): string[] {
  return componentsIn(components).map((component) => textAt(component, 'value')?.trim() ?? '');
}

/** Rows hold several components, labels one. Deeper than three there are none. */
function componentsIn(components: readonly unknown[], depth = 3): unknown[] {
  if (depth === 0) return [];
  return components.flatMap((one) => {
    const single = fieldOf(one, 'component');
    const within = single === undefined ? listAt(one, 'components') : [single];
    return [one, ...componentsIn(within, depth - 1)];
  });
}

function attachmentsOf(body: unknown): InboundAttachment[] {
  const resolved = fieldOf(body, 'data', 'resolved', 'attachments');
  if (typeof resolved !== 'object' || resolved === null) return [];
  return Object.values(resolved).map((file) => ({
    name: textAt(file, 'filename') ?? 'file',
    mediaType: textAt(file, 'content_type') ?? 'application/octet-stream',
    ...present({ url: textAt(file, 'url'), platformFileId: idAt(file, 'id'), sizeBytes: numberAt(file, 'size') }),
  }));
}
