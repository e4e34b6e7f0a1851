/**
 * What a back-end's JSON says: `{content, attachments?, metadata?}`. What has another shape is a fault in words for the people who
 * run the back-end. docs/integrations.md tells them what is accepted.
 */

import type { BackEndAnswer, BackEndAttachment } from './back-end.types';
import { BackEndFault } from './back-end-fault';

const MAX_ATTACHMENTS = 20;
const MAX_URL_CHARS = 2_048;
const MAX_NAME_CHARS = 256;
const MAX_METADATA_BYTES = 16_384;
/** Nobody's usage of one turn; what is above is a mistake. */
const MAX_TOKENS = 1_000_000_000;
const MAX_COST_USD = 1_000_000;

type JsonObject = Readonly<Record<string, unknown>>;

/** @throws BackEndFault */
export function answerIn(json: unknown): BackEndAnswer {
  if (!isObject(json)) throw new BackEndFault('The answer of the back-end is no JSON object.');
  if (json.content === undefined || json.content === null)
    throw new BackEndFault(`The answer of the back-end has no content${saidError(json)}.`);
  const { texts, pictures } = contentIn(json.content);
  const attachments = [...pictures, ...attachmentsIn(json.attachments)].slice(0, MAX_ATTACHMENTS);
  const text = texts.join('\n').trim() === '' ? attachments.map(({ url }) => url).join('\n') : texts.join('\n');
  if (text === '') throw new BackEndFault('The content of the answer of the back-end is empty.');
  const metadata = metadataIn(json.metadata);
  return {
    text,
    ...(attachments.length === 0 ? {} : { attachments }),
    ...(metadata === undefined ? {} : { ...figuresIn(metadata), ...bounded(metadata) }),
  };
}

interface Content {
  texts: readonly string[];
  pictures: readonly BackEndAttachment[];
}

/** A text, or a list of texts and parts as language models give them: `{type: 'text', text}`, `{type: 'image_url', image_url}`. */
function contentIn(content: unknown): Content {
  if (typeof content === 'string') return { texts: [content], pictures: [] };
  if (!Array.isArray(content))
    throw new BackEndFault('The content of the answer is neither a text nor a list of parts.');
  const parts = content.map(partIn);
  return {
    texts: parts.flatMap((part) => (typeof part === 'string' ? [part] : [])),
    pictures: parts.flatMap((part) => (typeof part === 'string' ? [] : [part])),
  };
}

function partIn(part: unknown, at: number): string | BackEndAttachment {
  if (typeof part === 'string') return part;
  const { type, text, url, image_url: image } = isObject(part) ? part : {};
  if (typeof text === 'string') return text;
  const address = isObject(image) ? image.url : (image ?? url);
  const attachment = attachmentOf({ ...(part as object), url: address });
  if (attachment) return attachment;
  const kind = typeof type === 'string' ? ` of type ${JSON.stringify(type.slice(0, 50))}` : '';
  throw new BackEndFault(`Part ${at + 1} of the content of the answer${kind} is neither a text nor has it an address.`);
}

function attachmentsIn(attachments: unknown): readonly BackEndAttachment[] {
  if (attachments === undefined || attachments === null) return [];
  if (!Array.isArray(attachments)) throw new BackEndFault('The attachments of the answer are no list.');
  return attachments.map((one, at) => {
    const attachment = attachmentOf(typeof one === 'string' ? { url: one } : one);
    if (attachment) return attachment;
    throw new BackEndFault(`Attachment ${at + 1} of the answer has no http or https address.`);
  });
}

function attachmentOf(value: unknown): BackEndAttachment | undefined {
  if (!isObject(value)) return undefined;
  const { url, name, media_type: mediaType = value.mime_type } = value;
  if (typeof url !== 'string' || url.length > MAX_URL_CHARS) return undefined;
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return undefined;
  return {
    url,
    ...(typeof name === 'string' ? { name: name.slice(0, MAX_NAME_CHARS) } : {}),
    ...(typeof mediaType === 'string' ? { mediaType: mediaType.slice(0, MAX_NAME_CHARS) } : {}),
  };
}

function metadataIn(metadata: unknown): JsonObject | undefined {
  if (metadata === undefined || metadata === null) return undefined;
  if (!isObject(metadata)) throw new BackEndFault('The metadata of the answer is no JSON object.');
  return metadata;
}

/** What is longer is not kept: it is stored with the message. */
function bounded(metadata: JsonObject): Pick<BackEndAnswer, 'metadata'> {
  return Buffer.byteLength(JSON.stringify(metadata)) > MAX_METADATA_BYTES ? {} : { metadata };
}

/** Numbers that are none say nothing. */
function figuresIn(metadata: JsonObject): Pick<BackEndAnswer, 'usage' | 'costUsd' | 'confidence'> {
  const usage = isObject(metadata.usage) ? metadata.usage : {};
  const [inputTokens, outputTokens] = [tokensIn(usage.input_tokens), tokensIn(usage.output_tokens)];
  const costUsd = within(metadata.cost_usd, MAX_COST_USD);
  const confidence = within(metadata.confidence, 1);
  const hasUsage = inputTokens !== undefined || outputTokens !== undefined;
  return {
    ...(hasUsage ? { usage: { inputTokens: inputTokens ?? 0, outputTokens: outputTokens ?? 0 } } : {}),
    ...(costUsd === undefined ? {} : { costUsd }),
    ...(confidence === undefined ? {} : { confidence }),
  };
}

function tokensIn(value: unknown): number | undefined {
  const tokens = within(value, MAX_TOKENS);
  return tokens === undefined ? undefined : Math.round(tokens);
}

/** From 0 on. */
function within(value: unknown, max: number): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= max ? value : undefined;
}

/** Services tend to say so themselves, in an answer of status 200. */
function saidError({ error }: JsonObject): string {
  return typeof error === 'string' ? `; it says: ${error.slice(0, 200)}` : '';
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
