/** Calls of WhatsApp, read (developers.facebook.com/docs/whatsapp/cloud-api/webhooks/payload-examples). */
import type { Inbound, InboundAttachment, InboundMessage } from '../../channel-transport.contract';
import { channelTransportErrors } from '../../channel-transport.errors';
import { fieldOf, idAt, listAt, present, textAt } from '../../payload';

const FILES = ['image', 'document', 'audio', 'video'] as const;

/** @throws AppError `channel_transport.payload_invalid` */
export function inboundOf(body: unknown, phoneNumberId: string): Inbound {
  if (textAt(body, 'object') !== 'whatsapp_business_account') {
    throw channelTransportErrors.payload_invalid({ message: 'The call is none of a WhatsApp business account.' });
  }
  const values = listAt(body, 'entry')
    .flatMap((entry) => listAt(entry, 'changes'))
    .map((change) => fieldOf(change, 'value'))
    // An app hears of all numbers of its account.
    .filter((value) => idAt(value, 'metadata', 'phone_number_id') === phoneNumberId);
  const messages = values.flatMap((value) => listAt(value, 'messages').map((message) => messageOf(message, value)));
  const [message, ...further] = messages.filter((found) => found !== undefined);
  if (message === undefined) return { kind: 'ignored' };
  return { kind: 'message', message, ...(further.length === 0 ? {} : { further }) };
}

function messageOf(message: unknown, value: unknown): InboundMessage | undefined {
  const [id, from] = [textAt(message, 'id'), idAt(message, 'from')];
  if (id === undefined || from === undefined) return undefined;
  const text = saidIn(message).trim();
  const attachments = attachmentsOf(message);
  if (text === '' && attachments.length === 0) return undefined;
  const contact = listAt(value, 'contacts').find((one) => idAt(one, 'wa_id') === from);
  return {
    key: id,
    chatId: from,
    platformMessageId: id,
    isDirect: true,
    mentionsBot: false,
    user: present({ id: from, name: textAt(contact, 'profile', 'name') }),
    text,
    attachments,
    replyTo: { messageId: id },
  };
}

/** What was typed, chosen from buttons and lists, or written below a picture. */
function saidIn(message: unknown): string {
  const found = [
    textAt(message, 'text', 'body'),
    textAt(message, 'button', 'text'),
    textAt(message, 'interactive', 'button_reply', 'title'),
    textAt(message, 'interactive', 'list_reply', 'title'),
    ...FILES.map((kind) => textAt(message, kind, 'caption')),
  ];
  return found.find((said) => said !== undefined) ?? '';
}

function attachmentsOf(message: unknown): InboundAttachment[] {
  return FILES.flatMap((kind) => {
    const platformFileId = idAt(message, kind, 'id');
    if (platformFileId === undefined) return [];
    const mediaType = textAt(message, kind, 'mime_type') ?? 'application/octet-stream';
    return [{ name: textAt(message, kind, 'filename') ?? kind, mediaType, platformFileId }];
  });
}
