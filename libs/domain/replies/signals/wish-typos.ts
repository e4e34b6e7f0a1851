/**
 * A wrong letter in one of the words that wishes turn on: "humam", "agnet", "represenative". Only long words, and only when the
 * word as it stands means nothing to any grammar and is none of those that happen to be close.
 */
import { alignmentDistance } from '#domain/language';

const words =
  `human agent person representative operator someone somebody speak connect transfer employee customer service support
  mensch menschen mitarbeiter mitarbeiterin berater jemandem sprechen reden verbinden kundendienst kundenservice weiterleiten
  humain personne conseiller quelquun parler operateur persona humano agente operador asesor alguien hablar representante
  operatore qualcuno parlare persona umano pessoa atendente alguem falar medewerker iemand praten spreken doorverbinden mens
  manniska prata menneske medarbejder snakke ihmisen puhua оператором человеком сотрудником поговорить`
    .split(/\s+/)
    .filter((word) => word.length >= 5);

/** Words of their own, a letter away from one of the above. */
const others = new Set(
  `argent stuff humane humana urgent agents agency personal personas personnes humans parson reason sprachen spreken sprecken
  sprecher parle parles parlez parley paper hablas habla habla halla falhar faltar falta fala agenda regent parlate parlato
  parlato agente agenten person personen persoon supports services customers operators transfers speaks speaker connects
  prates praten platen platen prater reder beden reder menschlich redete prato persone persona personne personer`.split(
    /\s+/,
  ),
);

const minLettersForTwo = 10;
const minLetters = 5;

export function withoutTypos(clause: string, isKnown: (word: string) => boolean): string {
  return clause.replace(/\p{L}{5,}/gu, (word) => (isKnown(word) || others.has(word) ? word : (closest(word) ?? word)));
}

function closest(word: string): string | undefined {
  const limit = word.length >= minLettersForTwo ? 2 : 1;
  return words.find(
    (known) =>
      known[0] === word[0] &&
      known.length >= minLetters &&
      Math.abs(known.length - word.length) <= limit &&
      alignmentDistance(word, known, limit) <= limit,
  );
}
