import type { OutboundMessage, PreparedPart } from '../channel-transport.contract';
import { plainFlavour } from './flavours';
import { markdownText } from './markdown-text';
import { type Flavour, type RichText, render } from './rich-text';
import { type PartLimit, splitText } from './split-text';

export interface PartStyle {
  flavour: Flavour;
  maxChars: number;
  /** What counts against the limit, never less than the text; `written` is what is sent, whose length it is unless given. */
  measure?: (part: RichText, written: string) => number;
}

/** Attachments stand as links at the end: platforms take files only from addresses and of kinds of their own choosing. */
export function prepareParts(message: OutboundMessage, style: PartStyle): PreparedPart[] {
  const { markdown, attachments = [], ...destination } = message;
  const links = attachments.map(
    ({ url, name }) => `[${labelOf(name ?? url)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`,
  );
  const rich = markdownText([markdown, ...links].join('\n\n'));
  return splitText(rich, limitOf(style)).map((part, position) => ({
    ...destination,
    position,
    text: render(part, style.flavour),
    plainText: plainTextOf(part, style.maxChars),
  }));
}

function limitOf({ flavour, maxChars, measure = (_, written) => written.length }: PartStyle): PartLimit {
  return { maxChars, measure: (part) => measure(part, render(part, flavour)) };
}

function plainTextOf(part: RichText, maxChars: number): string {
  const withAddresses = render(part, plainFlavour);
  return withAddresses.length <= maxChars ? withAddresses : part.text;
}

function labelOf(name: string): string {
  return name.replace(/[[\]\\]/g, '\\$&').replace(/\s+/g, ' ');
}
