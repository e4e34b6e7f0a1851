/**
 * XML of untrusted packages, as its tags come: no tree, no entities but XML's own five, nothing fetched. Names lose their
 * prefixes, since programs choose them as they like; attributes keep theirs.
 */
import { Parser } from 'htmlparser2';
import { decodeXml } from '../text-decoding';
import { extractionErrors } from '../text-extraction.errors';

export type XmlAttributes = Readonly<Record<string, string>>;

export interface XmlVisitor {
  open?(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Programs write a few dozen levels at most. */
const MAX_DEPTH = 250;
/** So much is text at a time; the parser's own state is small. */
const SLICE_CHARS = 1 << 20;

/** @throws AppError `text_extraction.too_nested` */
export function parseXml(xml: Uint8Array, visitor: XmlVisitor): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > MAX_DEPTH) {
          throw extractionErrors.too_nested({
            message: `The XML of the file is nested deeper than ${MAX_DEPTH} elements.`,
          });
        }
        visitor.open?.(localName(name), attributes);
      },
      onclosetag(name) {
        depth--;
        visitor.close?.(localName(name));
      },
      ontext: (text) => visitor.text?.(text),
    },
    { xmlMode: true, decodeEntities: true },
  );
  const text = decodeXml(xml);
  for (let at = 0; at < text.length; at += SLICE_CHARS) parser.write(text.slice(at, at + SLICE_CHARS));
  parser.end();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute of the namespace of relationships, whatever its prefix. */
export function relationshipId(attributes: XmlAttributes, name = 'id'): string | undefined {
  const found = Object.keys(attributes).find((key) => key.endsWith(`:${name}`));
  return found === undefined ? undefined : attributes[found];
}
