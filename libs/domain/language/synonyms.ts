/**
 * Words that customers and help centres use for one thing. A word of a query also finds the others of its groups, for
 * less, so that "shipping fee" finds "Delivery costs". By hand, for what people ask companies; a word may stand in
 * several groups. Folding and stemming are the analyzer's, so one form of a word stands for all.
 */
import { analyzerFor } from './analyzer';
import type { LanguageCode } from './languages';
import { wordFamilies } from './word-families';

export interface TermAlternative {
  term: number;
  /** 1, or less for a correction of the spelling or a synonym. */
  weight: number;
}

/** Another form of a word is nearly the word; a synonym is often near enough, and never the word that was asked for. */
const familyWeight = 0.85;
const synonymWeight = 0.7;

export const synonymGroups: Partial<Record<LanguageCode, readonly string[]>> = {
  en: [
    'delivery deliver delivered ship shipping shipment shipped dispatch',
    'parcel package packet',
    'cost price fee charge pricing expensive tariff',
    'login log signin sign logon',
    'refund reimburse reimbursement',
    'damaged broken defective faulty',
    'repair fix broken mend fixed',
    'hours times schedule',
    'phone telephone call',
    'email mail',
    'address location located directions',
    'buy purchase order',
    'job career hiring hire vacancy vacancies employment',
    'decaf decaffeinated',
    'invoice bill receipt',
    'discount coupon promo promotion voucher',
    'shop store',
    'cancel terminate unsubscribe',
    'employee staff worker',
    'warranty guarantee',
    'bicycle bike',
    'photo picture image',
    'crypto cryptocurrency bitcoin',
    'wifi wireless internet',
    'allergen allergy allergic',
    'company business firm',
    'manual guide instructions',
    'student students pupil',
    'doctor physician',
    'car vehicle automobile',
    'delete remove erase',
    'change modify edit update',
    'course class workshop lesson',
  ],
  de: [
    'lieferung liefern versand versenden zustellung lieferzeit',
    'versandkosten lieferkosten',
    'paket sendung packchen',
    'preis kosten kostet gebuhr teuer',
    'anmelden einloggen login anmeldung',
    'ruckgabe retoure zuruckgeben zuruckschicken umtausch umtauschen',
    'erstattung ruckerstattung erstatten',
    'kundigen stornieren abbestellen kundigung stornierung',
    'kaputt beschadigt defekt',
    'reparatur reparieren kaputt',
    'offnungszeiten geoffnet offnen',
    'telefon anrufen rufnummer telefonnummer',
    'adresse standort anschrift',
    'rechnung quittung beleg',
    'gutschein rabatt rabattcode',
    'kaufen bestellen bestellung',
    'stelle job karriere stellenangebote',
    'garantie gewahrleistung',
    'passwort kennwort',
    'loschen entfernen',
    'andern bearbeiten',
  ],
  fr: [
    'livraison livrer expedition envoi expedier',
    'colis paquet',
    'prix cout tarif frais coute',
    'connexion connecter identifier',
    'remboursement rembourser',
    'annuler resilier annulation',
    'casse endommage defectueux abime',
    'horaires heures ouverture ouvert',
    'telephone appeler',
    'facture recu',
    'acheter commander commande',
    'retour retourner renvoyer echange',
  ],
  es: [
    'envio entrega enviar entregar',
    'precio coste costo tarifa cuesta',
    'contrasena clave',
    'reembolso devolucion devolver',
    'cancelar anular',
    'roto danado defectuoso',
    'horario horas abierto abren',
    'telefono llamar',
    'factura recibo',
    'comprar pedir pedido',
    'direccion ubicacion',
  ],
};

const known = new Map<LanguageCode, ReadonlyMap<number, readonly TermAlternative[]>>();

/** The terms of the other words in the families and groups of a term. */
export function alternativesOf(term: number, language: LanguageCode): readonly TermAlternative[] {
  let alternatives = known.get(language);
  if (alternatives === undefined) {
    alternatives = readAlternatives(language);
    known.set(language, alternatives);
  }
  return alternatives.get(term) ?? [];
}

function readAlternatives(language: LanguageCode): ReadonlyMap<number, readonly TermAlternative[]> {
  const weights = new Map<number, Map<number, number>>();
  for (const family of wordFamilies[language]?.split(',') ?? []) relate(family, language, familyWeight, weights);
  for (const group of synonymGroups[language] ?? []) relate(group, language, synonymWeight, weights);
  return new Map(
    [...weights].map(([term, others]) => [term, [...others].map(([other, weight]) => ({ term: other, weight }))]),
  );
}

function relate(
  group: string,
  language: LanguageCode,
  weight: number,
  weights: Map<number, Map<number, number>>,
): void {
  const analyzer = analyzerFor(language);
  const terms = new Set(
    group
      .trim()
      .split(/\s+/)
      .map((word) => analyzer.termOfWord(word)),
  );
  terms.delete(0);
  for (const term of terms) {
    const others = weights.get(term) ?? new Map<number, number>();
    for (const other of terms) if (other !== term) others.set(other, Math.max(weight, others.get(other) ?? 0));
    weights.set(term, others);
  }
}
