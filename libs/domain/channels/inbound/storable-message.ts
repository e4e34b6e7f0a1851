import { channelTransportErrors, type InboundMessage } from '#providers/channel-transport';

/** As long as an id of a platform may be: they stand in indexes. Those of messengers have some dozen characters. */
const MAX_ID_LENGTH = 256;
/** As the main API takes. Messengers take less. */
const MAX_TEXT_LENGTH = 32_000;
const MAX_ATTACHMENTS = 100;

/**
 * What the database can hold of a message: no NUL, no half surrogate pairs (PostgreSQL manual, 8.14 "JSON Types"), of texts so
 * much.
 *
 * @throws AppError `channel_transport.payload_invalid` when an id is longer than any platform makes them
 */
export function storableMessage(message: InboundMessage): InboundMessage {
  const { key, chatId, threadId = '', user } = message;
  const isTooLong = [key, chatId, threadId, user.id].some((id) => id.length > MAX_ID_LENGTH);
  if (isTooLong) throw channelTransportErrors.payload_invalid({ message: ID_TOO_LONG });
  const text = message.text.slice(0, MAX_TEXT_LENGTH);
  const attachments = message.attachments.slice(0, MAX_ATTACHMENTS);
  return JSON.parse(JSON.stringify({ ...message, text, attachments }, (_key, value) => storable(value)));
}

const ID_TOO_LONG = `Ids of messages, chats and users may have ${MAX_ID_LENGTH} characters.`;

function storable(value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value;
}
