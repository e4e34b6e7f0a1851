import { expectProportionalTime } from '#testing';
import { wishesPerson } from './person-wish';

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const WISHES: Readonly<Record<string, readonly string[]>> = {
  en: lines(`
    I want to talk to a human
    i want to speak to a real person please
    Can I talk to someone?
    Could I please speak with a representative?
    I'd like to speak to an agent.
    talk to a human
    Speak to an agent
    human please
    agent
    Operator!
    Representative
    real person
    Please escalate
    escalate this issue please
    connect me to a human
    Please transfer me to an agent
    Can you connect me with customer support?
    I need to speak with somebody from your team
    I need a human
    get me a human now
    let me speak to a manager
    I don't want to talk to a bot
    This does not help. I want a real person!
    How can I talk to a real person?
    is there someone I can talk to?
    Is there any way to speak to a human being?
    Is it possible to chat with a live agent?
    can someone call me back?
    Why can't I talk to a person?
    I have asked three times and I want to talk to a human
    No, I need to speak with a human about my refund
    Hello, can I speak to customer service?
    put me through to your supervisor
    I would like to be connected to a human agent
    I'd rather talk to a person
    escalate this to a human
    not a bot, a human please
    We need to talk to someone from support
    Is a human available?
    I insist on talking to a human
    i want to talk to a humam
    can i speak to an agnet
    i want to speek to a reprsentative
    Give me a human, not a machine
    I need someone to call me back today
    ok just let me talk to your manager
    I WANT TO TALK TO A HUMAN!!!
    My order never arrived, can I speak with someone about it?
    gimme a human
    I need human help
    Can you put me in touch with a person?
    This bot is useless, get me a person`),
  de: lines(`
    Ich möchte mit einem Menschen sprechen
    Kann ich mit einem Mitarbeiter sprechen?
    Mitarbeiter sprechen
    Ich will mit einer echten Person reden!
    Bitte verbinden Sie mich mit einem Mitarbeiter.
    Können Sie mich bitte mit dem Kundenservice verbinden?
    Ich brauche einen Menschen
    Mensch bitte
    Gibt es hier jemanden, mit dem ich sprechen kann?
    Ich möchte jetzt mit jemandem aus dem Team sprechen
    Geben Sie mir einen Mitarbeiter
    Ich will nicht mit einem Bot reden
    kann mich bitte jemand zurückrufen?
    Wie kann ich mit einem Menschen sprechen?
    ich würde gerne mit einem berater telefonieren
    Ich will mit einem Mitarbeter sprechen
    mit einem Kollegen chatten bitte
    Ich hätte gerne einen Mitarbeiter gesprochen
    Verbinden Sie mich!`),
  fr: lines(`
    Je veux parler à un humain
    Je voudrais parler à quelqu'un
    Puis-je parler à un conseiller ?
    Pouvez-vous me mettre en relation avec une vraie personne ?
    Parler à un agent
    Un humain svp
    J'aimerais discuter avec une personne réelle
    passez-moi un conseiller
    Est-ce que je peux parler au service client ?
    Comment puis-je parler à un conseiller ?
    Je ne veux pas parler à un robot
    Mettez-moi en contact avec un opérateur s'il vous plaît
    j'ai besoin de parler à une personne`),
  es: lines(`
    Quiero hablar con una persona
    ¿Puedo hablar con un agente?
    Quisiera hablar con alguien, por favor
    hablar con un humano
    Necesito hablar con un asesor
    ¿Me puede comunicar con un operador?
    pásame con una persona real
    Un humano por favor
    ¿Hay alguien con quien pueda hablar?
    No quiero hablar con un robot
    Me gustaría hablar con atención al cliente
    ¿Cómo puedo hablar con una persona?
    agente`),
  it: lines(`
    Voglio parlare con una persona
    Posso parlare con un operatore?
    Vorrei parlare con qualcuno
    parlare con un operatore
    Mi può mettere in contatto con un operatore?
    mi passi un operatore per favore
    C'è qualcuno con cui posso parlare?
    Non voglio parlare con un robot
    Operatore
    Vorrei parlare con l'assistenza clienti
    Come faccio a parlare con un operatore umano?`),
  pt: lines(`
    Quero falar com uma pessoa
    Posso falar com um atendente?
    Gostaria de falar com alguém
    falar com um humano
    Preciso falar com um atendente
    Pode me transferir para um atendente?
    atendente
    Não quero falar com um robô
    Tem alguém com quem eu possa falar?
    Queria falar com o apoio ao cliente
    Me transfere para um humano por favor`),
  nl: lines(`
    Ik wil met een mens praten
    Kan ik met een medewerker spreken?
    Ik wil graag een medewerker spreken
    praten met een medewerker
    Kunt u mij doorverbinden met een medewerker?
    Verbind me door met een mens
    medewerker alstublieft
    Ik wil niet met een robot praten
    Is er iemand met wie ik kan praten?
    Mag ik iemand van de klantenservice spreken?`),
  others: lines(`
    Jag vill prata med en människa
    Kan jag få prata med någon?
    Koppla mig till kundtjänst
    Jeg vil gerne tale med et menneske
    Kan jeg tale med en medarbejder?
    Jeg vil snakke med et menneske
    Kan jeg få snakke med noen?
    Haluan puhua ihmisen kanssa
    Voinko jutella asiakaspalvelijan kanssa?
    Хочу поговорить с человеком
    Соедините меня с оператором
    Позовите оператора
    Можно поговорить с живым человеком?
    オペレーターと話したい
    担当者につないでください
    人間と話せますか
    转人工
    我要人工客服
    我想和真人聊天
    상담원이랑 통화하고 싶어요
    상담원 연결해 주세요`),
};

const OTHER_MESSAGES: Readonly<Record<string, readonly string[]>> = {
  en: lines(`
    How do I escalate an issue to the plumber?
    What happens when prices escalate?
    how do I contact the human resources department
    what is an agent
    do you have agents in Berlin
    are you a human?
    Am I talking to a real person?
    I want to speak about my order
    Person of contact for invoices?
    I do not need a human
    I don't want to talk to a human
    No need to connect me to an agent
    No need to talk to a human, thanks
    What happens if I want to talk to a human?
    What is the phone number of customer service?
    How do I contact support?
    When can I talk to an agent?
    Do I need to talk to an agent to cancel?
    Can users talk to a human in the widget?
    How can my customers talk to an agent?
    How many agents do you have?
    What does a human agent cost?
    Where is your customer service located?
    I talked to an agent yesterday and he said the parcel was sent
    Your agent told me to ask here
    I need an agent to sell my house
    I need a person for a job
    I want a manager account
    How do I add an agent to my team?
    How do I become a representative?
    What are human rights?
    Human error happens
    Can I get an agent discount?
    Do agents work on Sundays?
    Who is the person responsible for invoices?
    Can I bring another person?
    Can someone help me with my invoice?
    Can somebody explain how shipping works?
    How much does it cost per person?
    One person or two?
    Is there someone at the reception at night?
    Is a human reading these messages?
    Can I talk to you in German?
    I want to talk about prices
    Talk to me
    Does anyone speak German there?
    Which languages do your employees speak?
    The button "Talk to an agent" does not work
    What does "I want to talk to a human" mean?
    How do I transfer my account to another person?
    Can you connect my account to Google?
    Please transfer the money to me
    Put me on the mailing list
    Can I change the contact person?
    Is the support team paid?
    How do I call an API?
    Who do I talk to about invoices?
    Rather than talking to an agent I would like to read the manual
    Do you use travel agents?
    What time does your customer service open?
    I spoke with someone last week
    If I call, do I get to a human?
    human?
    Do you have real estate agents?
    I want to get in touch with nature
    Can I speak at your conference?
    The operator in my formula is wrong
    user agent
    How to escalate a ticket?
    My manager wants an invoice
    How do I get a person removed from the list?
    I want to talk about a person I met
    I need to talk to my doctor
    I need an operator for the loop
    Can I chat with other users?
    Can I have a support ticket?
    Could a person with a visa apply?
    I want to talk to your AI agent
    Can I see a doctor without an appointment?
    Help`),
  de: lines(`
    Wie erreiche ich die Personalabteilung?
    Was ist ein Agent?
    Bist du ein Mensch?
    Spreche ich mit einem Menschen?
    Ich brauche keinen Menschen
    Ich möchte nicht mit einem Mitarbeiter sprechen
    Ich möchte über meine Bestellung sprechen
    Wie viele Mitarbeiter haben Sie?
    Kann ich eine zweite Person mitbringen?
    Ansprechpartner für Rechnungen?
    Was passiert, wenn ich mit einem Menschen sprechen will?
    Muss ich mit einem Mitarbeiter sprechen, um zu kündigen?
    Wann kann ich mit einem Mitarbeiter sprechen?
    Welche Sprachen sprechen Ihre Mitarbeiter?
    Kann mir jemand sagen, wann Sie öffnen?
    Wie lautet die Nummer des Kundenservice?
    Ich habe gestern mit einem Mitarbeiter gesprochen
    Wie lege ich einen Mitarbeiter an?
    Mitarbeiterrabatt
    Menschenrechte
    Was kostet der Eintritt pro Person?`),
  fr: lines(`
    Qu'est-ce qu'un agent ?
    Es-tu un humain ?
    Est-ce que je parle à un humain ?
    Je ne veux pas parler à un conseiller
    Comment contacter les ressources humaines ?
    Je veux parler de ma commande
    Combien coûte une place par personne ?
    Avez-vous des agents à Paris ?
    Que se passe-t-il si je veux parler à un humain ?
    J'ai parlé à un conseiller hier
    Quel est le numéro du service client ?
    J'ai besoin d'argent
    Une personne peut-elle venir avec moi ?
    Quand puis-je parler à un conseiller ?`),
  es: lines(`
    ¿Eres humano?
    ¿Estoy hablando con una persona?
    No necesito hablar con nadie
    No quiero hablar con un agente
    ¿Cómo contacto con recursos humanos?
    Quiero hablar de mi pedido
    ¿Cuánto cuesta por persona?
    ¿Qué es un agente?
    ¿Tienen agentes en Madrid?
    Ayer hablé con una persona y me dijo que esperara
    ¿Qué pasa si quiero hablar con una persona?
    ¿Puedo llevar a otra persona?`),
  it: lines(`
    Sei una persona?
    Sto parlando con una persona?
    Non voglio parlare con un operatore
    Quanto costa a persona?
    Vorrei parlare del mio ordine
    Che cos'è un operatore?
    Ho parlato con un operatore ieri
    Qual è il numero dell'assistenza clienti?
    Quando posso parlare con un operatore?
    Quali operatori telefonici supportate?`),
  pt: lines(`
    Você é humano?
    Estou falando com uma pessoa?
    Não quero falar com um atendente
    Quanto custa por pessoa?
    Quero falar sobre o meu pedido
    O que é um agente?
    Falei com um atendente ontem
    Qual é o telefone do atendimento ao cliente?
    Como contacto os recursos humanos?`),
  nl: lines(`
    Ben je een mens?
    Spreek ik met een mens?
    Ik wil niet met een medewerker praten
    Hoeveel kost het per persoon?
    Ik wil over mijn bestelling praten
    Wat is een agent?
    Ik heb gisteren met een medewerker gesproken
    Hoeveel medewerkers hebben jullie?
    Wanneer kan ik met een medewerker spreken?
    Wat is het nummer van de klantenservice?`),
  others: lines(`
    Är du en människa?
    Jag vill inte prata med en människa
    Er du et menneske?
    Hvad koster det per person?
    Oletko ihminen?
    Paljonko maksaa per henkilö?
    Ты человек?
    Я не хочу говорить с оператором
    Сколько стоит билет на человека?
    あなたは人間ですか
    一人いくらですか
    你是真人吗
    什么是人工智能
    不需要人工客服
    사람인가요?
    한 사람당 얼마예요?`),
};

const count = (tables: Readonly<Record<string, readonly string[]>>) => Object.values(tables).flat().length;

describe('the wish for a person', () => {
  test('is tried on many sentences', () => {
    expect(count(WISHES)).toBeGreaterThanOrEqual(80);
    expect(count(OTHER_MESSAGES)).toBeGreaterThanOrEqual(120);
  });

  test.each(Object.entries(WISHES))('is seen in %s', (_, messages) => {
    expect(messages.filter((message) => !wishesPerson(message))).toEqual([]);
  });

  test.each(Object.entries(OTHER_MESSAGES))('is not seen in what only sounds like it in %s', (_, messages) => {
    expect(messages.filter(wishesPerson)).toEqual([]);
  });

  test('is looked for in time in proportion to the length of the message', async () => {
    const sentence = 'I want to ask whether somebody, perhaps a person of your team, can tell me about it. ';
    await expectProportionalTime((count) => wishesPerson(sentence.repeat(count)), 40);
  });
});
