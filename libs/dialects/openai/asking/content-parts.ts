/** The content of one message: a text, or parts of text and images, by the names that either endpoint gives them. */
import { invalidInput } from '#kernel';
import { unsupportedValue } from '../openai.errors';
import type { SaidImage } from './said';

const TEXT_TYPES = new Set(['text', 'input_text', 'output_text', 'refusal']);
const IMAGE_TYPES = new Set(['image_url', 'input_image']);

export interface Content {
  text: string;
  images: SaidImage[];
}

/** @param param path of the content, as `messages[0].content` */
export function contentOf(content: unknown, param: string): Content {
  if (content === undefined || content === null) return { text: '', images: [] };
  if (typeof content === 'string') return { text: content, images: [] };
  if (!Array.isArray(content)) throw refused(param, 'it must be a text or a list of parts.');
  const parts = content.map((part: unknown, at) => partOf(part, `${param}[${at}]`));
  return {
    text: parts.flatMap(({ text }) => (text === undefined ? [] : [text])).join('\n'),
    images: parts.flatMap(({ image }) => (image === undefined ? [] : [image])),
  };
}

function partOf(part: unknown, param: string): { text?: string; image?: SaidImage } {
  if (typeof part !== 'object' || part === null) throw refused(param, 'it must be an object with a type.');
  const { type } = part as { type?: unknown };
  if (typeof type !== 'string') throw refused(`${param}.type`, 'it must be a text.');
  if (TEXT_TYPES.has(type)) return { text: textOf(part, type, param) };
  if (IMAGE_TYPES.has(type)) return { image: { url: imageUrlOf(part, param), param } };
  const message = `Unsupported value: '${type.slice(0, 50)}' is not supported as part of a message. Supported are texts and images.`;
  throw unsupportedValue(`${param}.type`, message);
}

function textOf(part: object, type: string, param: string): string {
  const text = (part as Record<string, unknown>)[type === 'refusal' ? 'refusal' : 'text'];
  if (typeof text !== 'string') throw refused(`${param}.text`, 'it must be a text.');
  return text;
}

function imageUrlOf(part: object, param: string): string {
  const { image_url: given, file_id: file } = part as { image_url?: unknown; file_id?: unknown };
  if (given === undefined && file !== undefined)
    throw unsupportedValue(
      `${param}.file_id`,
      'Images by the id of a file are not supported; send a data URL or an https URL.',
    );
  const url = typeof given === 'object' && given !== null ? (given as { url?: unknown }).url : given;
  if (typeof url !== 'string' || url === '')
    throw refused(`${param}.image_url`, 'it must be a data URL or an https URL.');
  return url;
}

export function refused(param: string, rule: string) {
  return invalidInput([{ field: param, message: rule }]);
}
