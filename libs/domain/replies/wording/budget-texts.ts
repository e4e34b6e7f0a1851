/** What a user is told when nothing may be used any more for some time, in the language of the message where known. */
const texts: Readonly<Record<string, string>> = {
  en: 'I am sorry, I have answered as much as I may for now. Please write again later.',
  de: 'Es tut mir leid, für den Moment habe ich so viel beantwortet, wie ich darf. Bitte schreiben Sie später noch einmal.',
  fr: 'Je suis désolé, j’ai répondu autant que je le peux pour l’instant. Veuillez réécrire plus tard.',
  es: 'Lo siento, por ahora he respondido todo lo que puedo. Escriba de nuevo más tarde, por favor.',
  it: 'Mi dispiace, per ora ho risposto quanto mi è consentito. Scriva di nuovo più tardi, per favore.',
  pt: 'Lamento, por agora já respondi tudo o que posso. Por favor, escreva novamente mais tarde.',
  nl: 'Het spijt me, ik heb voorlopig zoveel beantwoord als ik mag. Schrijf later alstublieft nog eens.',
  sv: 'Jag har tyvärr svarat så mycket som jag får för tillfället. Skriv gärna igen senare.',
  da: 'Jeg har desværre svaret så meget, som jeg må lige nu. Skriv gerne igen senere.',
  no: 'Jeg har dessverre svart så mye som jeg kan for øyeblikket. Skriv gjerne igjen senere.',
  fi: 'Valitettavasti olen vastannut tältä erää niin paljon kuin saan. Kirjoitathan myöhemmin uudelleen.',
  ru: 'К сожалению, сейчас я больше не могу отвечать. Пожалуйста, напишите ещё раз позже.',
  ja: '申し訳ありませんが、現在お答えできる回数の上限に達しました。しばらくしてからもう一度お送りください。',
  zh: '抱歉，我暂时已达到可回答的上限。请稍后再发消息。',
  ko: '죄송합니다. 지금은 답변 한도에 도달했습니다. 나중에 다시 메시지를 보내 주세요.',
};

/** @param language ISO 639-1; English when it is not known */
export function budgetText(language: string): string {
  return texts[language] ?? (texts.en as string);
}
