import { expectProportionalTime } from '#testing';
import type { HistoryMessage } from '../replies.types';
import { frustrationOf } from './frustration';

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Above 0.8. */
const FRUSTRATED: Readonly<Record<string, readonly string[]>> = {
  en: lines(`
    You are useless
    this bot is completely useless
    This is ridiculous!
    I am so angry right now
    I'm really frustrated with this
    what a waste of time
    You are wasting my time
    I am fed up with this
    I'm sick of this
    STILL NOT WORKING!!!
    This is the third time I ask!
    this is the third time im asking the same question
    worst customer service ever
    Are you kidding me?
    wtf is this
    fuck you
    Fuck this stupid bot
    How many times do I have to tell you?
    stupid bot, that is not what I asked
    This is unacceptable, I want my money back NOW!!!
    I've had enough of this
    You people are idiots
    I hate this, nothing works and nobody answers!!
    do you even read what I write???
    You suck
    I am losing my patience`),
  de: lines(`
    Du bist nutzlos
    Das ist eine Frechheit!
    Ich bin stinksauer
    Ihr Service ist eine Zumutung
    Wollt ihr mich verarschen?
    Jetzt reicht es!
    Ich habe die Schnauze voll
    Wie oft soll ich das noch sagen?
    ich frage jetzt zum dritten Mal
    So ein scheiss Bot, das hilft überhaupt nicht
    Geht immer noch nicht! Was für ein Mist!!!
    reine Zeitverschwendung`),
  fr: lines(`
    Vous êtes nuls
    C'est inadmissible !
    J'en ai marre
    Je suis furieux
    Vous vous moquez de moi ?
    Quelle perte de temps
    Combien de fois dois-je le répéter ?
    C'est la troisième fois que je demande !`),
  es: lines(`
    Eres inútil
    Esto es inaceptable
    Estoy harto de esto
    Qué pérdida de tiempo
    ¿Cuántas veces tengo que decirlo?
    Pésimo servicio
    Es la tercera vez que pregunto
    No sirves para nada`),
  it: lines(`
    Sei inutile
    È una vergogna!
    Sono furioso
    Che perdita di tempo
    Quante volte devo ripeterlo?
    Pessimo servizio`),
  pt: lines(`
    Você é inútil
    Isso é ridículo
    Estou farto disto
    Que perda de tempo
    Quantas vezes tenho que repetir?
    Péssimo atendimento`),
  nl: lines(`
    Je bent nutteloos
    Dit is belachelijk
    Ik ben het zat
    Wat een tijdverspilling
    Hoe vaak moet ik dit nog zeggen?
    Waardeloze klantenservice`),
  others: lines(`
    Det här är oacceptabelt
    Dette er latterligt, ingen svarer!
    Olen todella turhautunut
    Вы издеваетесь?
    Сколько можно повторять
    いい加減にしてください
    你们浪费我的时间
    정말 짜증나요`),
};

/** Above 0.5: impatient, but not everybody would call it frustration. */
const IMPATIENT = lines(`
    You don't understand anything, this is nonsense!
    I already told you that! You keep repeating the same thing!
    Absolutely pathetic. I give up.
    You are not answering, and nobody replies
    Das hilft mir nicht, das war nicht meine Frage
    Ça ne m'aide pas, personne ne répond`);

/** Under 0.5. */
const CALM: Readonly<Record<string, readonly string[]>> = {
  en: lines(`
    my coffee arrived broken
    When are you open?
    The grinder does not work
    I would like a refund, the product is defective
    It is still not working
    The package is late by three days
    My order has not arrived yet
    I'm not happy with the quality
    The coffee tastes terrible
    I am disappointed with the machine
    The app crashes when I log in
    Why was I charged twice?
    Thank you so much!!!
    GREAT, THANKS!!!
    HOW DO I RESET MY PASSWORD
    Stupid question: how do I log in?
    sorry for the dumb question, where is the button
    I'm not angry, just wondering
    What does "useless" mean?
    What does frustrated mean?
    How do I deal with angry customers?
    Where do I put garbage bags?
    Is this a scam?
    That is wrong, I ordered two
    Hello??
    Can you help me?
    I have already paid the invoice
    What is the third step?
    Who do I complain to?
    You charged me the wrong amount
    I want to cancel my subscription
    Where is my parcel?
    The delivery was horrible
    It's not bad
    That was damn good coffee
    The instructions do not help me with the filter
    FAQ
    The machine makes an annoying noise`),
  de: lines(`
    Meine Tasse ist kaputt angekommen
    Wann habt ihr geöffnet?
    Die Maschine funktioniert nicht
    Ich bin mit der Qualität unzufrieden
    Dumme Frage: wo finde ich das?
    Nicht schlecht!
    Der Kaffee schmeckt furchtbar
    Haben Sie saure Sahne?
    Ich möchte mich beschweren
    Das Paket ist immer noch nicht da
    Vielen Dank!!!`),
  fr: lines(`
    Ma tasse est arrivée cassée
    La machine ne fonctionne pas
    Je suis déçu de la qualité
    Quand êtes-vous ouverts ?
    Je souhaite un remboursement
    Merci beaucoup !!!
    Question bête : où est le bouton ?`),
  es: lines(`
    Mi taza llegó rota
    La máquina no funciona
    Estoy decepcionado con la calidad
    ¿Cuándo abren?
    ¡¡¡Muchas gracias!!!
    Quiero devolver el producto`),
  it: lines(`
    La tazza è arrivata rotta
    La macchina non funziona
    Sono deluso dalla qualità
    Quando siete aperti?
    Vorrei un rimborso`),
  pt: lines(`
    A chávena chegou partida
    A máquina não funciona
    Estou desiludido com a qualidade
    Quando abrem?
    Quero um reembolso`),
  nl: lines(`
    Mijn kop kwam kapot aan
    De machine werkt niet
    Ik ben teleurgesteld over de kwaliteit
    Wanneer zijn jullie open?
    Hartelijk dank!!!`),
  others: lines(`
    Min kopp kom trasig
    Maskinen virker ikke
    Kone ei toimi
    Чашка пришла разбитой
    カップが割れて届きました
    我的杯子碎了
    컵이 깨져서 왔어요`),
};

function said(...texts: string[]): HistoryMessage[] {
  return texts.flatMap((text) => [
    { role: 'user', text },
    { role: 'bot', text: 'I am sorry, I could not find an answer to that.' },
  ]);
}

const scored = (messages: readonly string[], isWrong: (score: number) => boolean) =>
  messages.map((message) => [message, frustrationOf(message, [])] as const).filter(([, score]) => isWrong(score));

describe('frustration', () => {
  test.each(Object.entries(FRUSTRATED))('is above 0.8 where people would call it that, in %s', (_, messages) => {
    expect(scored(messages, (score) => score <= 0.8)).toEqual([]);
  });

  test('is above 0.5 where a conversation goes in circles', () => {
    expect(scored(IMPATIENT, (score) => score <= 0.5)).toEqual([]);
  });

  test.each(Object.entries(CALM))('stays under 0.5 in questions and ordinary complaints, in %s', (_, messages) => {
    expect(scored(messages, (score) => score >= 0.5)).toEqual([]);
  });

  test('is between 0 and 1 whatever is said', () => {
    const worst = `${Object.values(FRUSTRATED).flat().join(' ')}!!!`.toUpperCase();
    expect(frustrationOf(worst, said(worst, worst))).toBeLessThanOrEqual(1);
    expect(frustrationOf('', [])).toBe(0);
  });

  test('grows when the same question is asked again', () => {
    const question = 'Where is my order number 1234?';
    const [once, twice] = [said(question), said(question, question)];
    expect(frustrationOf(question, [])).toBeLessThan(0.2);
    expect(frustrationOf(question, once)).toBeGreaterThanOrEqual(0.4);
    expect(frustrationOf(`${question}!!!`, twice)).toBeGreaterThan(frustrationOf(question, once));
    expect(frustrationOf('ok thanks', said('ok thanks'))).toBeLessThan(0.2);
  });

  test('is remembered for a message or two', () => {
    const angry = said('You are useless!!!');
    expect(frustrationOf('Where is my order?', angry)).toBeGreaterThan(0.2);
    expect(frustrationOf('Where is my order?', angry)).toBeLessThan(0.5);
    expect(frustrationOf('Where is my order?', [...angry, ...said('When do you open?', 'And on Sunday?')])).toBe(0);
  });

  test('is read in time in proportion to the length of the message', async () => {
    const sentence = 'I have already told you that the third parcel has still not come and nobody answers. ';
    await expectProportionalTime((count) => frustrationOf(sentence.repeat(count), []), 40);
  });
});
