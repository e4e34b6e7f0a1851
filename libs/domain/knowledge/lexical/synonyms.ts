/**
 * Words that customers and help centres use for one thing. A word of a query also finds the others of its groups, for
 * less, so that "shipping fee" finds "Delivery costs". By hand, for what people ask companies; a word may stand in
 * several groups. Folding and stemming are the analyzer's, so one form of a word stands for all.
 */
import { analyzerFor } from './analyzer';
import type { LanguageCode } from './languages';

const groups: Partial<Record<LanguageCode, readonly string[]>> = {
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

const known = new Map<LanguageCode, ReadonlyMap<number, readonly number[]>>();

/** The terms of the other words in the groups of a term. */
export function synonymsOf(term: number, language: LanguageCode): readonly number[] {
  let synonyms = known.get(language);
  if (synonyms === undefined) {
    synonyms = readGroups(language);
    known.set(language, synonyms);
  }
  return synonyms.get(term) ?? [];
}

function readGroups(language: LanguageCode): ReadonlyMap<number, readonly number[]> {
  const analyzer = analyzerFor(language);
  const synonyms = new Map<number, Set<number>>();
  for (const group of groups[language] ?? []) {
    const terms = group.split(' ').map((word) => analyzer.termOfWord(word));
    for (const term of terms) {
      const others = synonyms.get(term) ?? new Set<number>();
      for (const other of terms) if (other !== term && other !== 0) others.add(other);
      synonyms.set(term, others);
    }
  }
  return new Map([...synonyms].map(([term, others]) => [term, [...others]]));
}
