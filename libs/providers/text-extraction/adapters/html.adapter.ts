/** The readable part of an HTML page; see `html/readable-parts` for what is left out. */
import { readHtml } from '../html/read-html';
import { decodeText } from '../text-decoding';
import type { ExtractedText, ExtractOptions, TextExtractor } from '../text-extraction.contract';

export const htmlExtractor: TextExtractor = {
  format: 'html',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  extensions: ['html', 'htm', 'xhtml'],

  recognizes: ({ text }) =>
    text !== undefined && /^\s*(?:<!--[^>]*-->\s*)?(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(text),

  async extract(bytes: Uint8Array, { pace }: ExtractOptions): Promise<ExtractedText> {
    return readHtml(decodeText(bytes), { pace });
  },
};
