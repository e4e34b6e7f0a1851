import { Injectable } from '@nestjs/common';
import type { AskAttachment } from '#domain/chats';
import { AddressGuard, readBody } from '#infra/http-client';
import { AppError, newId } from '#kernel';
import { openAiErrors, unsupportedValue } from '../openai.errors';
import type { SaidImage } from './said';

const MEDIA_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
const MAX_IMAGES = 10;
const MAX_BYTES = 20 * 1024 * 1024;
const TIMEOUT_MS = 10_000;
const DATA_URL = /^data:([a-z]+\/[a-z0-9.+-]+)(?:;[a-z-]+=[^;,]*)*;base64,([A-Za-z0-9+/=_\s-]*)$/i;

/** Images that come with a message, from their data URLs, or from the web through the guard that keeps private addresses away. */
@Injectable()
export class Images {
  constructor(private readonly addresses: AddressGuard) {}

  /** @throws `openai.invalid_image_url`, `openai.unsupported_value` */
  async load(images: readonly SaidImage[]): Promise<AskAttachment[]> {
    const [first] = images.slice(MAX_IMAGES);
    if (first) throw unsupportedValue(first.param, `Unsupported value: a message has at most ${MAX_IMAGES} images.`);
    return Promise.all(images.map((image, at) => this.attachment(image, at)));
  }

  private async attachment(image: SaidImage, at: number): Promise<AskAttachment> {
    const { mediaType, bytes } = image.url.startsWith('data:') ? fromDataUrl(image) : await this.download(image);
    if (!MEDIA_TYPES.includes(mediaType))
      throw unreadable(
        image,
        `Images of the type ${mediaType.slice(0, 50)} are not supported; ${MEDIA_TYPES.join(', ')} are.`,
      );
    const name = `image-${at + 1}.${mediaType.slice('image/'.length)}`;
    return { id: newId(), name, mediaType, content: { name, mediaType, image: bytes } };
  }

  private async download(image: SaidImage): Promise<{ mediaType: string; bytes: Uint8Array }> {
    const answer = await this.addresses
      .request(image.url, {
        method: 'GET',
        headers: { accept: MEDIA_TYPES.join(', ') },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      .catch((error: unknown) => {
        throw unreadable(image, error instanceof AppError ? error.message : 'The address cannot be reached.');
      });
    const { bytes, end } = await readBody(answer.body, { maxBytes: MAX_BYTES, timeoutMs: TIMEOUT_MS });
    if (answer.status !== 200) throw unreadable(image, `The address answers ${answer.status}.`);
    if (end !== 'whole') throw unreadable(image, `The image is larger than ${MAX_BYTES} bytes, or came too slowly.`);
    const type = answer.headers['content-type'];
    const [mediaType = ''] = String(Array.isArray(type) ? type[0] : (type ?? '')).split(';');
    return { mediaType: mediaType.trim().toLowerCase(), bytes };
  }
}

function fromDataUrl(image: SaidImage): { mediaType: string; bytes: Uint8Array } {
  const [, mediaType = '', base64 = ''] = DATA_URL.exec(image.url) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length === 0) throw unreadable(image, 'It must be a data URL with base64, or an https URL.');
  return { mediaType: mediaType.toLowerCase(), bytes };
}

function unreadable({ param }: SaidImage, why: string): AppError {
  const message = `Invalid image: ${why}`;
  return openAiErrors.invalid_image_url({ message, fields: [{ field: param, message }] });
}
