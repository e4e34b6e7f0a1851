/**
 * Words that turn a question around: who asks how to log in does not ask how to log out. By hand, for what people ask
 * companies; folded, whole words, and neighbours as one: "log in" is "login".
 */
type Pair = readonly [one: string, other: string];

const pairs: readonly Pair[] = [
  // English
  ['login signin logon', 'logout signout logoff'],
  ['checkin', 'checkout'],
  ['optin', 'optout'],
  ['with', 'without'],
  ['before', 'after'],
  ['open opens opened opening', 'close closes closed closing'],
  ['start starts begin begins first', 'stop stops end ends over last'],
  ['enable activate setup turnon switchon', 'disable deactivate remove turnoff switchoff off'],
  ['add create', 'remove delete'],
  ['buy', 'sell'],
  ['import', 'export'],
  ['upload', 'download'],
  ['send', 'receive'],
  ['increase raise', 'decrease reduce lower'],
  ['upgrade bigger larger premium', 'downgrade smaller basic down'],
  ['lock block', 'unlock unblock'],
  ['subscribe receive signup', 'unsubscribe stop cancel'],
  ['follow', 'unfollow'],
  ['cancel', 'renew'],
  ['enrol enroll join register signup', 'drop leave withdraw quit'],
  ['accept', 'reject refuse decline'],
  ['arrive arrival arrivals', 'depart departure departures leave'],
  ['show', 'hide'],
  ['minimum least smallest', 'maximum most largest biggest'],
  ['cheapest', 'expensive'],
  ['old oldest', 'new newest'],
  ['online', 'offline'],
  ['public', 'private'],
  ['monthly', 'yearly annual'],
  // German
  ['anmelden einloggen', 'abmelden ausloggen'],
  ['offnen offnet geoffnet', 'schliessen schliesst geschlossen'],
  ['aktivieren einschalten', 'deaktivieren ausschalten'],
  ['kaufen', 'verkaufen'],
  ['hinzufugen', 'entfernen loschen'],
  ['mit', 'ohne'],
  ['vor', 'nach'],
  ['kundigen', 'verlangern'],
  ['sperren', 'entsperren'],
  ['hochladen', 'herunterladen'],
  // French
  ['ouvrir ouvrez ouvert', 'fermer fermez ferme'],
  ['activer', 'desactiver'],
  ['acheter', 'vendre'],
  ['avec', 'sans'],
  ['avant', 'apres'],
  ['ajouter', 'supprimer'],
  ['connecter', 'deconnecter'],
  // Spanish
  ['abrir abren abierto', 'cerrar cierran cerrado'],
  ['activar', 'desactivar'],
  ['comprar', 'vender'],
  ['con', 'sin'],
  ['antes', 'despues'],
  ['anadir', 'eliminar borrar'],
];

interface Side {
  pair: number;
  side: 1 | 2;
}

const sidesOf = new Map<string, Side[]>();
for (const [pair, [one, other]] of pairs.entries()) {
  for (const word of one.split(' ')) remember(word, { pair, side: 1 });
  for (const word of other.split(' ')) remember(word, { pair, side: 2 });
}

function remember(word: string, side: Side): void {
  sidesOf.set(word, [...(sidesOf.get(word) ?? []), side]);
}

/**
 * Whether one text is on one side of a pair, the other on its other side, and neither on both.
 *
 * @param one folded words, and neighbours written as one
 */
export function saysOpposite(one: Iterable<string>, other: Iterable<string>): boolean {
  const [ours, theirs] = [sidesIn(one), sidesIn(other)];
  for (const [pair, sides] of ours) {
    const opposite = theirs.get(pair) ?? bothSides;
    if (sides !== bothSides && opposite !== bothSides && sides !== opposite) return true;
  }
  return false;
}

const bothSides = 3;

/** Pair -> 1, 2, or 3 for both. */
function sidesIn(words: Iterable<string>): Map<number, number> {
  const found = new Map<number, number>();
  for (const word of words) {
    for (const { pair, side } of sidesOf.get(word) ?? []) found.set(pair, (found.get(pair) ?? 0) | side);
  }
  return found;
}
