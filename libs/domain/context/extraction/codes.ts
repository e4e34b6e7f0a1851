/**
 * Numbers of orders, tickets, invoices and the like: A-1234, #98765, ORD-2024-0017, INV00012, 1Z999AA10123456784. A code
 * has three digits at least; years, plain numbers and names of standards are none, unless a word says what they are
 * ("order 98765").
 */
import type { FoundEntity } from '../turns/turn-context.types';

/** Words that say what a code is of. */
const KINDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    order:
      'order bestellung bestellnummer auftrag auftragsnummer commande pedido ordine encomenda bestelling ordernummer bestelnummer',
    ticket: 'ticket case vorgang fall dossier caso chamado zaak',
    invoice: 'invoice rechnung rechnungsnummer facture factura fattura fatura factuur factuurnummer',
    booking: 'booking reservation buchung buchungsnummer reservierung réservation reserva prenotazione boeking',
    shipment:
      'tracking shipment parcel package sendung sendungsnummer paket colis suivi envío envio spedizione zending',
    customer: 'customer kundennummer client cliente klantnummer',
    serial: 'serial seriennummer',
  }).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind])),
);
const LABEL = String.raw`(?:number|num|no\.?|nr\.?|n[°º]|nummer|numéro|número|numero|id|code|ref\.?|reference)`;
const LABELLED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<word>${Object.keys(KINDS).join('|')})(?:[ -]?${LABEL})?(?: (?:is|ist|est|es|è|é)(?: the)?)?[ ]?[:#]? ?#?(?<code>[A-Z0-9][A-Z0-9-]{2,24})(?![\p{L}\p{N}-])`,
  'giu',
);
/** Parts with hyphens, e.g. ORD-2024-0017. */
const HYPHENATED = /(?<![\p{L}\p{N}#-])[A-Za-z]{1,8}\d{0,6}(?:-[A-Za-z0-9]{1,12}){1,4}(?![\p{L}\p{N}-])/gu;
const HASHED = /(?<![\p{L}\p{N}&])#[A-Za-z]{0,4}-?\d{3,14}(?![\p{L}\p{N}])/gu;
/** Letters and digits together, e.g. INV00012. */
const JOINED = /(?<![\p{L}\p{N}#@./-])(?:[A-Z]{2,6}\d{4,14}|(?=[A-Z0-9]{0,9}[A-Z])[A-Z0-9]{10,24})(?![\p{L}\p{N}@-])/gu;
const STANDARD = /^(?:iso|din|en|iec|rfc|utf|sha|rs|usb|covid|rtx|gtx|bs|astm|nist|ipv?|mp|h|x|cve)[-]?\d/i;
const YEAR = /^(?:19|20)\d{2}$/;
const LEAST_DIGITS = 3;
/** In small letters a code is less sure: it needs a short beginning and one digit more. */
const SMALL_LETTERS = /^[a-z]{1,4}-\d{4,}$/;

export function codes(text: string): FoundEntity[] {
  const found: FoundEntity[] = [];
  for (const match of text.matchAll(LABELLED)) {
    const { word = '', code = '' } = match.groups ?? {};
    const kind = KINDS[word.toLowerCase()]!;
    const isCode = digitsOf(code) >= LEAST_DIGITS && !(YEAR.test(code) && !match[0].includes('#'));
    // Only the code itself: what stands before it says its kind and is no part of it.
    const start = match.index + match[0].length - code.length;
    if (isCode) found.push(entity(code, start, 0.95, { kind }));
  }
  for (const { 0: said, index } of text.matchAll(HYPHENATED)) {
    if (digitsOf(said) < LEAST_DIGITS || STANDARD.test(said)) continue;
    const isLarge = said === said.toUpperCase();
    if (isLarge || SMALL_LETTERS.test(said)) found.push(entity(said, index, isLarge ? 0.9 : 0.7));
  }
  for (const { 0: said, index } of text.matchAll(HASHED)) found.push(entity(said, index, 0.9));
  for (const { 0: said, index } of text.matchAll(JOINED))
    if (digitsOf(said) >= 4 && !STANDARD.test(said)) found.push(entity(said, index, 0.8));
  return found;
}

function entity(said: string, start: number, confidence: number, metadata?: Record<string, unknown>): FoundEntity {
  const value = said.toUpperCase();
  return {
    type: 'code',
    value,
    text: said,
    start,
    end: start + said.length,
    confidence,
    ...(metadata && { metadata }),
  };
}

function digitsOf(text: string): number {
  return text.replace(/\D/g, '').length;
}
