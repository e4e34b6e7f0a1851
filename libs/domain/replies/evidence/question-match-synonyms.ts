/**
 * Words that ask for the same when everything else is the same, beyond those that the search knows: a search that took
 * "begin" for "first" would find too much, two questions that differ in nothing else may. By hand, folded; one form of a
 * word stands for all, and a word may stand in several groups.
 */
import { analyzerFor, type LanguageCode } from '#domain/language';

const groups: Partial<Record<LanguageCode, readonly string[]>> = {
  en: [
    'begin start first commence',
    'end finish over last conclude',
    'reset forgot forgotten lost recover restore',
    'book reserve reservation booking',
    'bring take carry',
    'allow permit welcome accept',
    'send ship mail post deliver delivery shipping shipment',
    'arrive come receive delivery deliver delivered',
    'replace change swap exchange renew',
    'change modify edit update alter adjust amend set switch',
    'fine fee penalty charge',
    'borrow loan lend',
    'renew extend prolong renewal extension',
    'enrol enroll register join signup registration enrolment sign',
    'create open make register signup sign',
    'drop leave withdraw quit',
    'delete remove erase close cancel deactivate',
    'cancel call stop end terminate quit withdraw revoke',
    'people inhabitant population resident live',
    'decline refuse reject fail failed deny',
    'redeem use apply enter',
    'voucher coupon discount promo gift',
    'valid expire expiry validity expiration last',
    'safe secure security protect protection safety privacy',
    'turn switch activate enable',
    'enable activate turn setup',
    'disable deactivate turn remove',
    'setup install connect configure set',
    'cover include contain part inclusive',
    'dish meal food menu eat serve',
    'pet dog cat animal',
    'wifi wireless internet wlan network',
    'contact reach talk speak support write call',
    'person human agent staff someone employee',
    'country abroad foreign overseas international internationally',
    'download export save',
    'upload import',
    'item product article goods something purchase',
    'order purchase parcel package buy',
    'track locate follow trace tracking',
    'job hire career vacancy position opening employment',
    'invoice receipt bill',
    'shop store branch',
    'car vehicle park parking',
    'plan subscription membership package tariff',
    'big large premium upgrade',
    'small basic downgrade',
    'password passcode pin',
    'email mail',
    'account profile',
    'problem issue trouble error',
    'broken damaged defective faulty',
    'clean wash cleaning',
    'found founder establish',
    'room apartment',
    'term semester',
    'class course lesson workshop',
    'warranty guarantee',
    'picture photo image',
    'quick fast soon',
    'several multiple many more',
    'entire whole complete all every',
    'old age year',
  ],
  de: [
    'zurucksetzen vergessen verloren wiederherstellen',
    'passwort kennwort',
    'andern wechseln bearbeiten aktualisieren anpassen neu',
    'loschen entfernen schliessen',
    'stornieren abbrechen abbestellen widerrufen',
    'kundigen beenden abbestellen',
    'abo abonnement vertrag mitgliedschaft',
    'lieferung versand liefern versenden paket zustellung sendung lieferzeit kommen',
    'zuruckgeben zuruckschicken rucksenden ruckgabe retoure umtauschen',
    'geoffnet offen offnungszeiten offnung offnen',
    'parken parkplatz parkplatze',
    'mitbringen mitnehmen erlaubt durfen',
    'laden geschaft filiale shop',
    'konto account profil',
    'erstellen anlegen eroffnen registrieren anmelden',
    'artikel produkt ware etwas',
    'buchen reservieren reservierung buchung',
    'rechnung quittung beleg',
    'bezahlen zahlen zahlung',
  ],
  fr: [
    'reinitialiser oublie perdu recuperer',
    'modifier changer',
    'annuler resilier annulation',
    'supprimer fermer effacer',
    'creer ouvrir inscrire',
    'livraison livrer envoi expedition port colis',
    'ouvert ouverture ouvrir horaires',
    'retourner renvoyer retour rendre',
    'payer paiement regler',
  ],
  es: [
    'restablecer olvidado olvide perdido recuperar',
    'cambiar modificar',
    'cancelar anular',
    'eliminar borrar cerrar',
    'crear abrir registrar',
    'envio entrega enviar llegar pedido',
    'abierto abrir apertura horario',
    'devolver devolucion',
    'pagar pago',
  ],
};

const known = new Map<LanguageCode, ReadonlyMap<number, ReadonlySet<number>>>();
const none: ReadonlySet<number> = new Set();

/** The terms of the words that ask for the same. */
export function sameAskingTerms(term: number, language: LanguageCode): ReadonlySet<number> {
  let synonyms = known.get(language);
  if (synonyms === undefined) {
    synonyms = readGroups(language);
    known.set(language, synonyms);
  }
  return synonyms.get(term) ?? none;
}

function readGroups(language: LanguageCode): ReadonlyMap<number, ReadonlySet<number>> {
  const analyzer = analyzerFor(language);
  const synonyms = new Map<number, Set<number>>();
  for (const group of groups[language] ?? []) {
    const terms = group.split(' ').map((word) => analyzer.termOfWord(word));
    for (const term of terms) {
      const others = synonyms.get(term) ?? new Set();
      for (const other of terms) if (other !== 0 && other !== term) others.add(other);
      synonyms.set(term, others);
    }
  }
  return synonyms;
}
