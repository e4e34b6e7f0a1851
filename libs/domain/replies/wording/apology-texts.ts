/** What a user is told when everybody who was to answer has failed, in the language of the message where known. */
const apologies: Readonly<Record<string, string>> = {
  en: 'I am sorry, I cannot answer at the moment. Please try again in a few minutes.',
  de: 'Es tut mir leid, ich kann gerade nicht antworten. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  fr: 'Je suis désolé, je ne peux pas répondre pour le moment. Veuillez réessayer dans quelques minutes.',
  es: 'Lo siento, en este momento no puedo responder. Inténtelo de nuevo en unos minutos.',
  it: 'Mi dispiace, al momento non posso rispondere. Riprovi tra qualche minuto.',
  pt: 'Lamento, não consigo responder neste momento. Tente novamente dentro de alguns minutos.',
  nl: 'Het spijt me, ik kan op dit moment niet antwoorden. Probeer het over een paar minuten opnieuw.',
  sv: 'Jag kan tyvärr inte svara just nu. Försök igen om några minuter.',
  da: 'Jeg kan desværre ikke svare lige nu. Prøv igen om et par minutter.',
  no: 'Jeg kan dessverre ikke svare akkurat nå. Prøv igjen om noen minutter.',
  fi: 'Valitettavasti en voi vastata juuri nyt. Yritä uudelleen muutaman minuutin kuluttua.',
  ru: 'К сожалению, сейчас я не могу ответить. Пожалуйста, попробуйте ещё раз через несколько минут.',
  ja: '申し訳ありませんが、ただいまお答えできません。数分後にもう一度お試しください。',
  zh: '抱歉，我现在无法回答。请过几分钟再试一次。',
  ko: '죄송합니다. 지금은 답변해 드릴 수 없습니다. 몇 분 후에 다시 시도해 주세요.',
};

/** @param language ISO 639-1; English when it is not known */
export function apologyText(language: string): string {
  return apologies[language] ?? (apologies.en as string);
}
