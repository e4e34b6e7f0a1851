import type { SmallTalkKind } from '../message/small-talk.phrases';

/** `{name}`, `{names}` and `{part}` stand for what is filled in. */
export type FixedTexts = Readonly<
  Record<SmallTalkKind | 'identityNamed' | 'knows' | 'noContext' | 'partNotFound', string>
>;

export const fixedTexts: Readonly<Record<string, FixedTexts>> = {
  en: {
    greeting: 'Hello! How can I help you?',
    agreement: 'All right. If you have a question, just ask.',
    compliment: 'Thank you, that is kind of you! Is there anything else I can help you with?',
    thanks: "You're welcome! Is there anything else I can help you with?",
    farewell: 'Goodbye, and have a nice day!',
    wellbeing: 'I am fine, thank you! How can I help you?',
    insult: 'I am sorry that I have not been more helpful. Could you tell me in other words what you are looking for?',
    identity: 'I am an automated assistant. Ask me a question, and I will look for the answer in our knowledge base.',
    identityNamed:
      'I am {name}, an automated assistant. Ask me a question, and I will look for the answer in our knowledge base.',
    abilities:
      'I answer questions from our knowledge base and show where each answer comes from. Just ask me something.',
    knows: 'I know: {names}.',
    noContext:
      'I am sorry, I could not find an answer to that in our knowledge base. Could you put it in other words, or ask me something else?',
    partNotFound: 'About “{part}” I could not find anything in our knowledge base.',
  },
  de: {
    greeting: 'Hallo! Wie kann ich Ihnen helfen?',
    agreement: 'In Ordnung. Wenn Sie eine Frage haben, fragen Sie einfach.',
    compliment: 'Danke, das freut mich! Kann ich sonst noch etwas für Sie tun?',
    thanks: 'Gern geschehen! Kann ich sonst noch etwas für Sie tun?',
    farewell: 'Auf Wiedersehen und einen schönen Tag!',
    wellbeing: 'Danke, gut! Wie kann ich Ihnen helfen?',
    insult:
      'Es tut mir leid, dass ich nicht besser helfen konnte. Können Sie mir mit anderen Worten sagen, was Sie suchen?',
    identity:
      'Ich bin ein automatischer Assistent. Stellen Sie mir eine Frage, und ich suche die Antwort in unserer Wissensdatenbank.',
    identityNamed:
      'Ich bin {name}, ein automatischer Assistent. Stellen Sie mir eine Frage, und ich suche die Antwort in unserer Wissensdatenbank.',
    abilities:
      'Ich beantworte Fragen aus unserer Wissensdatenbank und zeige, woher jede Antwort stammt. Fragen Sie mich einfach etwas.',
    knows: 'Ich kenne: {names}.',
    noContext:
      'Das konnte ich in unserer Wissensdatenbank leider nicht finden. Können Sie es anders formulieren oder etwas anderes fragen?',
    partNotFound: 'Zu „{part}“ konnte ich in unserer Wissensdatenbank nichts finden.',
  },
  fr: {
    greeting: 'Bonjour ! Comment puis-je vous aider ?',
    agreement: "D'accord. Si vous avez une question, n'hésitez pas.",
    compliment: 'Merci, c’est gentil ! Puis-je encore vous aider ?',
    thanks: 'Je vous en prie ! Puis-je encore vous aider ?',
    farewell: 'Au revoir et bonne journée !',
    wellbeing: 'Très bien, merci ! Comment puis-je vous aider ?',
    insult: 'Je suis désolé de ne pas avoir été plus utile. Pouvez-vous me dire autrement ce que vous cherchez ?',
    identity:
      'Je suis un assistant automatique. Posez-moi une question et je chercherai la réponse dans notre base de connaissances.',
    identityNamed:
      'Je suis {name}, un assistant automatique. Posez-moi une question et je chercherai la réponse dans notre base de connaissances.',
    abilities:
      'Je réponds aux questions à partir de notre base de connaissances et j’indique d’où vient chaque réponse. Posez-moi une question.',
    knows: 'Je connais : {names}.',
    noContext:
      "Je suis désolé, je n'ai pas trouvé de réponse dans notre base de connaissances. Pouvez-vous reformuler ou poser une autre question ?",
    partNotFound: 'Sur « {part} », je n’ai rien trouvé dans notre base de connaissances.',
  },
  es: {
    greeting: '¡Hola! ¿En qué puedo ayudarle?',
    agreement: 'De acuerdo. Si tiene una pregunta, aquí estoy.',
    compliment: '¡Gracias, muy amable! ¿Puedo ayudarle en algo más?',
    thanks: '¡De nada! ¿Puedo ayudarle en algo más?',
    farewell: '¡Hasta luego y que tenga un buen día!',
    wellbeing: '¡Muy bien, gracias! ¿En qué puedo ayudarle?',
    insult: 'Siento no haber sido de más ayuda. ¿Puede decirme con otras palabras qué busca?',
    identity:
      'Soy un asistente automático. Hágame una pregunta y buscaré la respuesta en nuestra base de conocimientos.',
    identityNamed:
      'Soy {name}, un asistente automático. Hágame una pregunta y buscaré la respuesta en nuestra base de conocimientos.',
    abilities:
      'Respondo preguntas a partir de nuestra base de conocimientos e indico de dónde viene cada respuesta. Pregúnteme algo.',
    knows: 'Conozco: {names}.',
    noContext:
      'Lo siento, no he encontrado una respuesta en nuestra base de conocimientos. ¿Puede decirlo de otra manera o preguntar otra cosa?',
    partNotFound: 'Sobre «{part}» no he encontrado nada en nuestra base de conocimientos.',
  },
  it: {
    greeting: 'Buongiorno! Come posso aiutarla?',
    agreement: 'Va bene. Se ha una domanda, chieda pure.',
    compliment: 'Grazie, molto gentile! Posso aiutarla in altro?',
    thanks: 'Prego! Posso aiutarla in altro?',
    farewell: 'Arrivederci e buona giornata!',
    wellbeing: 'Bene, grazie! Come posso aiutarla?',
    insult: 'Mi dispiace di non essere stato più utile. Può dirmi in altre parole che cosa cerca?',
    identity:
      'Sono un assistente automatico. Mi faccia una domanda e cercherò la risposta nella nostra base di conoscenze.',
    identityNamed:
      'Sono {name}, un assistente automatico. Mi faccia una domanda e cercherò la risposta nella nostra base di conoscenze.',
    abilities:
      'Rispondo alle domande a partire dalla nostra base di conoscenze e indico da dove viene ogni risposta. Mi chieda qualcosa.',
    knows: 'Conosco: {names}.',
    noContext:
      'Mi dispiace, non ho trovato una risposta nella nostra base di conoscenze. Può dirlo in altre parole o chiedere altro?',
    partNotFound: 'Su «{part}» non ho trovato nulla nella nostra base di conoscenze.',
  },
  pt: {
    greeting: 'Olá! Como posso ajudar?',
    agreement: 'Certo. Se tiver uma pergunta, é só perguntar.',
    compliment: 'Obrigado, é muito gentil! Posso ajudar em mais alguma coisa?',
    thanks: 'De nada! Posso ajudar em mais alguma coisa?',
    farewell: 'Até logo e um bom dia!',
    wellbeing: 'Tudo bem, obrigado! Como posso ajudar?',
    insult: 'Lamento não ter ajudado mais. Pode dizer-me por outras palavras o que procura?',
    identity: 'Sou um assistente automático. Faça uma pergunta e procurarei a resposta na nossa base de conhecimento.',
    identityNamed:
      'Sou {name}, um assistente automático. Faça uma pergunta e procurarei a resposta na nossa base de conhecimento.',
    abilities:
      'Respondo a perguntas a partir da nossa base de conhecimento e mostro de onde vem cada resposta. Pergunte-me algo.',
    knows: 'Conheço: {names}.',
    noContext:
      'Desculpe, não encontrei uma resposta na nossa base de conhecimento. Pode dizer de outra forma ou perguntar outra coisa?',
    partNotFound: 'Sobre “{part}” não encontrei nada na nossa base de conhecimento.',
  },
  nl: {
    greeting: 'Hallo! Waarmee kan ik u helpen?',
    agreement: 'Goed. Als u een vraag hebt, stel hem gerust.',
    compliment: 'Dank u, dat is aardig! Kan ik u nog ergens mee helpen?',
    thanks: 'Graag gedaan! Kan ik u nog ergens mee helpen?',
    farewell: 'Tot ziens en een fijne dag!',
    wellbeing: 'Goed, dank u! Waarmee kan ik u helpen?',
    insult: 'Het spijt me dat ik u niet beter kon helpen. Kunt u met andere woorden zeggen wat u zoekt?',
    identity: 'Ik ben een automatische assistent. Stel me een vraag, dan zoek ik het antwoord in onze kennisbank.',
    identityNamed:
      'Ik ben {name}, een automatische assistent. Stel me een vraag, dan zoek ik het antwoord in onze kennisbank.',
    abilities:
      'Ik beantwoord vragen uit onze kennisbank en laat zien waar elk antwoord vandaan komt. Vraag me gerust iets.',
    knows: 'Ik ken: {names}.',
    noContext:
      'Het spijt me, ik heb in onze kennisbank geen antwoord gevonden. Kunt u het anders zeggen of iets anders vragen?',
    partNotFound: 'Over “{part}” heb ik in onze kennisbank niets gevonden.',
  },
};

/** Languages that are recognised, but not spoken further: honesty is owed to everyone. */
export const furtherNoContextTexts: Readonly<Record<string, string>> = {
  sv: 'Tyvärr hittade jag inget svar på det i vår kunskapsbas. Kan du uttrycka det på ett annat sätt?',
  da: 'Det kunne jeg desværre ikke finde et svar på i vores vidensbase. Kan du sige det på en anden måde?',
  no: 'Det fant jeg dessverre ikke noe svar på i kunnskapsbasen vår. Kan du si det på en annen måte?',
  fi: 'Valitettavasti en löytänyt siihen vastausta tietokannastamme. Voitko kysyä toisin sanoin?',
  ru: 'К сожалению, я не нашёл ответа на это в нашей базе знаний. Не могли бы вы спросить другими словами?',
  ja: '申し訳ありませんが、ナレッジベースに回答が見つかりませんでした。別の言葉で質問していただけますか。',
  zh: '抱歉，我在知识库中没有找到答案。您可以换个说法再问一次吗？',
  ko: '죄송합니다. 지식 베이스에서 답을 찾지 못했습니다. 다른 말로 다시 질문해 주시겠어요?',
};
