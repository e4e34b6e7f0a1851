/**
 * The readable part of an HTML page, by htmlparser2's stream of tags: no tree is built, and a long page is read in slices.
 * What surrounds the text (navigation, footers, forms, scripts) is left out; when the page marks its main part, the rest is.
 */
import { Parser } from 'htmlparser2';
import { HtmlReader } from '../html-reader';
import { decodeText } from '../text-decoding';
import type { ExtractedText, ExtractOptions, TextExtractor } from '../text-extraction.contract';

/** Characters that are read without a pause: a few milliseconds. */
const SLICE_CHARS = 65_536;

export const htmlExtractor: TextExtractor = {
  format: 'html',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  extensions: ['html', 'htm', 'xhtml'],

  recognizes: ({ text }) =>
    text !== undefined && /^\s*(?:<!--[^>]*-->\s*)?(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(text),

  async extract(bytes: Uint8Array, { pace }: ExtractOptions): Promise<ExtractedText> {
    const text = decodeText(bytes);
    const reader = new HtmlReader();
    const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true });
    for (let at = 0; at < text.length; at += SLICE_CHARS) {
      parser.write(text.slice(at, at + SLICE_CHARS));
      await pace.step();
    }
    parser.end();
    return reader.result();
  },
};
