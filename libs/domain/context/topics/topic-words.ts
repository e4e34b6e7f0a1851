/**
 * Words that are no topic by themselves. Next to stop words, which the analyzer knows: verbs and the like that people use
 * whatever they speak of, and small words behind which a word is a verb ("to cancel", "can I return").
 */
const GENERIC: Readonly<Record<string, string>> = {
  en: 'cost costs work works working need want get got buy sell offer accept take pay change cancel ship deliver send receive use find help open opening close closed start stop make give tell show know think see look come go call contact ask like keep track expire expires thing things way ways kind sort lot bit bring brought bought ordered sent arrived paid broken wrong new old good great nice much many long soon still hello hi hey thanks thank please sorry yes no ok okay sure really actually maybe question problem issue information info details time times day days today tomorrow yesterday week month year number one two three someone anyone something anything possible available last first second next back another different every any some try trying happen happens want wanted look looking speak talk explain put set let say said does anyone week weeks hours minutes people person',
  de: 'kosten kostet frage fragen problem hilfe danke bitte hallo ja nein tag tage woche monat jahr heute morgen gestern uhr zeit mal information informationen möglichkeit ding sache sachen art nummer stück ende anfang weg fall grund beispiel',
  fr: 'bonjour merci salut question problème aide oui non jour jours semaine mois an année heure temps chose information informations fois façon exemple besoin moyen prix coûte coute marche fonctionne savoir',
  es: 'hola gracias pregunta problema ayuda sí no día días semana mes año hora tiempo cosa información vez manera ejemplo cuesta cuestan funciona quiero necesito saber favor buenas buenos',
  it: 'ciao grazie domanda problema aiuto giorno giorni settimana mese anno ora tempo cosa informazioni volta modo esempio costa costano funziona vorrei sapere salve buongiorno favore',
  pt: 'olá obrigado obrigada pergunta problema ajuda sim não dia dias semana mês ano hora tempo coisa informação vez maneira exemplo custa custam funciona quero preciso saber favor oi bom boa',
  nl: 'hallo dank bedankt vraag vragen probleem hulp ja nee dag dagen week maand jaar uur tijd ding informatie keer manier voorbeeld kost kosten werkt graag alsjeblieft hoi weten',
};
const BEFORE_VERBS: Readonly<Record<string, string>> = {
  en: 'i you we they to can could would will should must may might cannot cant dont didnt doesnt wont not please he she it lets just never already also always ill id ive youve weve theyve wanna gonna how',
  de: 'zu',
  fr: 'je tu il elle on nous vous ils elles ne me te se pour peux peut veux voudrais puis comment faut dois',
  es: 'yo usted me te se puedo puede quiero quisiera como no para',
  it: 'io mi ti si posso può voglio vorrei devo come non per',
  pt: 'eu você me se posso pode quero gostaria como não para',
  nl: 'ik je jij u we wij te kan kunnen wil willen moet mag hoe',
};
/** How infinitives end where they are seldom nouns. */
const INFINITIVES: Readonly<Record<string, RegExp>> = {
  fr: /(?:[^aeiou]er|ir|oir|dre|tre)$/,
  es: /(?:ar|er|ir)(?:l[oae]s?|me|se)?$/,
  it: /(?:[aei]re|[aei]r(?:l[oaie]|mi|si))$/,
  pt: /(?:ar|er|ir)$/,
};

const folded = (list: string | undefined) =>
  new Set((list ?? '').normalize('NFD').replace(/\p{M}/gu, '').split(' ').filter(Boolean));
const generic = new Map(Object.entries(GENERIC).map(([language, list]) => [language, folded(list)]));
const beforeVerbs = new Map(Object.entries(BEFORE_VERBS).map(([language, list]) => [language, folded(list)]));

export function isGeneric(foldedWord: string, language: string): boolean {
  return generic.get(language)?.has(foldedWord) ?? false;
}

/** By the word before it and by its ending. */
export function looksLikeVerb(foldedWord: string, before: string | undefined, language: string): boolean {
  if (before !== undefined && beforeVerbs.get(language)?.has(before)) return true;
  return INFINITIVES[language]?.test(foldedWord) ?? false;
}
