/**
 * The readable part of an HTML page. What surrounds the text (navigation, footers, forms, scripts) is left out; when the page
 * marks its main part, the rest is.
 */
import { readHtml } from '../read-html';
import { decodeText } from '../text-decoding';
import type { ExtractedText, ExtractOptions, TextExtractor } from '../text-extraction.contract';

export const htmlExtractor: TextExtractor = {
  format: 'html',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  extensions: ['html', 'htm', 'xhtml'],

  recognizes: ({ text }) =>
    text !== undefined && /^\s*(?:<!--[^>]*-->\s*)?(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(text),

  async extract(bytes: Uint8Array, { pace }: ExtractOptions): Promise<ExtractedText> {
    return readHtml(decodeText(bytes), pace);
  },
};
