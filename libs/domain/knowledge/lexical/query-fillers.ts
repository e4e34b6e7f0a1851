/**
 * Words of courtesy, of asking and of being stuck, which say nothing about what a question is about. Unlike stop words they are indexed, since
 * a passage may be about them ("Help", "Questions"), but a passage that lacks them lacks nothing. Folded, by hand.
 */
import type { LanguageCode } from '#domain/language';

const lists: Partial<Record<LanguageCode, string>> = {
  en: `please hello hi hey thanks thank help want wants wanted need needs know tell explain show give let get getting got like
    wondering wonder possible way ways someone somebody anyone anybody something anything everything thing things question
    questions ask asking able try trying tried find possibly kindly actually really already mean exactly forgot forgotten problem problems issue issues trouble wrong unable cannot anymore
    company next upcoming currently today now take takes`,
  de: `bitte hallo hi danke hilfe helfen brauche brauchen brauch wissen weiss sagen erklaren zeigen geben gib gibt geht gehen
    moglich moglichkeit jemand etwas frage fragen mochte machen mache finde finden bekomme bekommen genau eigentlich gerne vergessen problem probleme schwierigkeiten`,
  fr: `bonjour salut merci aide aider besoin veux voudrais vouloir savoir dire expliquer montrer donner possible moyen facon
    quelqu chose question demander aimerais obtenir trouver fais faire oublie probleme problemes`,
  es: `hola gracias ayuda ayudar necesito quiero quisiera querer saber decir decirme explicar mostrar dar posible manera forma
    alguien algo pregunta preguntar gustaria obtener encontrar hacer hago favor olvide olvidado problema problemas`,
  it: `ciao salve grazie aiuto aiutare bisogno voglio vorrei sapere dire dirmi spiegare mostrare dare possibile modo qualcuno
    qualcosa domanda chiedere ottenere trovare fare faccio favore dimenticato problema problemi`,
  pt: `ola obrigado obrigada ajuda ajudar preciso quero queria gostaria saber dizer explicar mostrar dar possivel maneira forma
    alguem algo pergunta perguntar conseguir consigo encontrar fazer faco favor esqueci problema problemas`,
  nl: `hallo hoi bedankt dank hulp helpen nodig graag weten zeggen uitleggen tonen geven mogelijk manier iemand iets vraag vragen
    krijgen vinden doen alsjeblieft alstublieft vergeten probleem problemen`,
  sv: `hej tack hjalp hjalpa behover onskar veta saga forklara visa ge mojligt satt nagon nagot fraga hitta gora snalla glomt problem`,
  da: `hej tak hjaelp hjaelpe behover onsker vide sige forklare vise give muligt made nogen noget sporgsmal finde gore venligst glemt problem`,
  no: `hei takk hjelp hjelpe trenger onsker vite si forklare vise gi mulig mate noen noe sporsmal finne gjore vennligst glemt problem`,
  fi: `hei moi kiitos apua auttaa tarvitsen haluan haluaisin tietaa kertoa selittaa nayttaa antaa mahdollista tapa joku jotain
    kysymys loytaa tehda unohdin unohtunut ongelma`,
  ru: `привет здравствуйте спасибо помощь помогите помочь нужно хочу хотел хотела знать узнать скажите сказать объясните показать
    дать возможно способ кто-то вопрос подскажите пожалуйста найти сделать получить забыл забыла проблема`,
};

export const queryFillers: ReadonlyMap<LanguageCode, readonly string[]> = new Map(
  Object.entries(lists).map(([language, words]) => [language as LanguageCode, words.split(/\s+/)]),
);
