export type HandOffTextKind =
  /** A person was called. */
  | 'escalated'
  /** Nobody has come yet, and the bot does not know the answer. */
  | 'waiting'
  /** A person has the conversation, so that the bot is silent. */
  | 'human'
  /** Somebody has taken the conversation. */
  | 'joined'
  /** Somebody else has. */
  | 'transferred'
  /** The bot answers again. */
  | 'returned'
  | 'resolved'
  /** No person is there to be called. */
  | 'nobody';

/** `{agent}` stands for the name of the person. */
export type HandOffTexts = Readonly<Record<HandOffTextKind | 'joinedNamed' | 'transferredNamed', string>>;

export const handOffTexts: Readonly<Record<string, HandOffTexts>> = {
  en: {
    escalated: 'I am handing you over to a person from our team. Please wait a moment.',
    waiting:
      'A person from our team has been asked to join and will answer here. Until then I help as far as I know the answer.',
    human: 'Your message has been passed on. A person from our team will answer here.',
    joined: 'A person from our team has joined the conversation.',
    joinedNamed: '{agent} has joined the conversation.',
    transferred: 'Another person from our team has taken over the conversation.',
    transferredNamed: '{agent} has taken over the conversation.',
    returned: 'I am the automated assistant, and I am answering you again.',
    resolved: 'This conversation has been marked as resolved. Write again if you need anything else.',
    nobody: 'Nobody from our team is available at the moment. Your request is noted, and somebody will answer here.',
  },
  de: {
    escalated: 'Ich übergebe Sie an einen Menschen aus unserem Team. Bitte haben Sie einen Moment Geduld.',
    waiting:
      'Jemand aus unserem Team wurde gerufen und antwortet Ihnen hier. Bis dahin helfe ich, soweit ich die Antwort kenne.',
    human: 'Ihre Nachricht wurde weitergegeben. Jemand aus unserem Team antwortet Ihnen hier.',
    joined: 'Jemand aus unserem Team ist dem Gespräch beigetreten.',
    joinedNamed: '{agent} ist dem Gespräch beigetreten.',
    transferred: 'Jemand anderes aus unserem Team hat das Gespräch übernommen.',
    transferredNamed: '{agent} hat das Gespräch übernommen.',
    returned: 'Ab jetzt antworte wieder ich, der automatische Assistent.',
    resolved: 'Dieses Gespräch wurde als gelöst markiert. Schreiben Sie einfach wieder, wenn Sie noch etwas brauchen.',
    nobody:
      'Zurzeit ist niemand aus unserem Team erreichbar. Ihr Anliegen ist notiert, und jemand antwortet Ihnen hier.',
  },
  fr: {
    escalated: 'Je vous mets en relation avec une personne de notre équipe. Merci de patienter un instant.',
    waiting:
      'Une personne de notre équipe a été prévenue et vous répondra ici. En attendant, je vous aide dans la mesure de ce que je sais.',
    human: 'Votre message a été transmis. Une personne de notre équipe vous répondra ici.',
    joined: 'Une personne de notre équipe a rejoint la conversation.',
    joinedNamed: '{agent} a rejoint la conversation.',
    transferred: 'Une autre personne de notre équipe a repris la conversation.',
    transferredNamed: '{agent} a repris la conversation.',
    returned: 'C’est de nouveau moi, l’assistant automatique, qui vous réponds.',
    resolved: 'Cette conversation a été marquée comme résolue. Écrivez de nouveau si vous avez besoin d’autre chose.',
    nobody:
      'Personne de notre équipe n’est disponible pour le moment. Votre demande est enregistrée et quelqu’un vous répondra ici.',
  },
  es: {
    escalated: 'Le paso con una persona de nuestro equipo. Espere un momento, por favor.',
    waiting:
      'Hemos avisado a una persona de nuestro equipo, que le responderá aquí. Mientras tanto le ayudo en lo que sé.',
    human: 'Su mensaje se ha transmitido. Una persona de nuestro equipo le responderá aquí.',
    joined: 'Una persona de nuestro equipo se ha unido a la conversación.',
    joinedNamed: '{agent} se ha unido a la conversación.',
    transferred: 'Otra persona de nuestro equipo se ha hecho cargo de la conversación.',
    transferredNamed: '{agent} se ha hecho cargo de la conversación.',
    returned: 'Vuelvo a responderle yo, el asistente automático.',
    resolved: 'Esta conversación se ha marcado como resuelta. Escriba de nuevo si necesita algo más.',
    nobody:
      'En este momento no hay nadie de nuestro equipo disponible. Su petición queda anotada y le responderán aquí.',
  },
  it: {
    escalated: 'La metto in contatto con una persona del nostro team. Attenda un momento, per favore.',
    waiting:
      'Una persona del nostro team è stata avvisata e le risponderà qui. Nel frattempo la aiuto per quanto ne so.',
    human: 'Il suo messaggio è stato inoltrato. Una persona del nostro team le risponderà qui.',
    joined: 'Una persona del nostro team si è unita alla conversazione.',
    joinedNamed: '{agent} si è unito alla conversazione.',
    transferred: 'Un’altra persona del nostro team ha preso in carico la conversazione.',
    transferredNamed: '{agent} ha preso in carico la conversazione.',
    returned: 'Ora le rispondo di nuovo io, l’assistente automatico.',
    resolved: 'Questa conversazione è stata segnata come risolta. Scriva di nuovo se ha bisogno di altro.',
    nobody:
      'Al momento nessuno del nostro team è disponibile. La sua richiesta è stata registrata e riceverà una risposta qui.',
  },
  pt: {
    escalated: 'Vou passar a conversa a uma pessoa da nossa equipa. Aguarde um momento, por favor.',
    waiting: 'Uma pessoa da nossa equipa foi avisada e responderá aqui. Até lá, ajudo no que souber.',
    human: 'A sua mensagem foi encaminhada. Uma pessoa da nossa equipa responderá aqui.',
    joined: 'Uma pessoa da nossa equipa entrou na conversa.',
    joinedNamed: '{agent} entrou na conversa.',
    transferred: 'Outra pessoa da nossa equipa assumiu a conversa.',
    transferredNamed: '{agent} assumiu a conversa.',
    returned: 'Volto a ser eu, o assistente automático, a responder.',
    resolved: 'Esta conversa foi marcada como resolvida. Escreva de novo se precisar de mais alguma coisa.',
    nobody:
      'De momento, ninguém da nossa equipa está disponível. O seu pedido ficou registado e alguém responderá aqui.',
  },
  nl: {
    escalated: 'Ik verbind u door met een medewerker van ons team. Een ogenblik geduld, alstublieft.',
    waiting: 'Een medewerker van ons team is gewaarschuwd en antwoordt u hier. Tot die tijd help ik u met wat ik weet.',
    human: 'Uw bericht is doorgegeven. Een medewerker van ons team antwoordt u hier.',
    joined: 'Een medewerker van ons team neemt nu deel aan het gesprek.',
    joinedNamed: '{agent} neemt nu deel aan het gesprek.',
    transferred: 'Een andere medewerker van ons team heeft het gesprek overgenomen.',
    transferredNamed: '{agent} heeft het gesprek overgenomen.',
    returned: 'Vanaf nu antwoord ik, de automatische assistent, u weer.',
    resolved: 'Dit gesprek is als opgelost gemarkeerd. Schrijf gerust opnieuw als u nog iets nodig hebt.',
    nobody: 'Op dit moment is niemand van ons team bereikbaar. Uw vraag is genoteerd en u krijgt hier antwoord.',
  },
  sv: {
    escalated: 'Jag kopplar dig till en person i vårt team. Vänta ett ögonblick.',
    waiting: 'En person i vårt team har tillkallats och svarar dig här. Till dess hjälper jag så långt jag kan.',
    human: 'Ditt meddelande har vidarebefordrats. En person i vårt team svarar dig här.',
    joined: 'En person från vårt team har gått med i samtalet.',
    joinedNamed: '{agent} har gått med i samtalet.',
    transferred: 'En annan person från vårt team har tagit över samtalet.',
    transferredNamed: '{agent} har tagit över samtalet.',
    returned: 'Nu är det jag, den automatiska assistenten, som svarar igen.',
    resolved: 'Samtalet har markerats som löst. Skriv igen om du behöver något mer.',
    nobody: 'Just nu är ingen i vårt team tillgänglig. Ditt ärende är noterat och du får svar här.',
  },
  da: {
    escalated: 'Jeg stiller dig om til en person i vores team. Vent venligst et øjeblik.',
    waiting: 'En person i vores team er tilkaldt og svarer dig her. Indtil da hjælper jeg, så godt jeg kan.',
    human: 'Din besked er givet videre. En person i vores team svarer dig her.',
    joined: 'En person fra vores team deltager nu i samtalen.',
    joinedNamed: '{agent} deltager nu i samtalen.',
    transferred: 'En anden person fra vores team har overtaget samtalen.',
    transferredNamed: '{agent} har overtaget samtalen.',
    returned: 'Nu er det igen mig, den automatiske assistent, der svarer.',
    resolved: 'Samtalen er markeret som løst. Skriv igen, hvis du har brug for mere.',
    nobody: 'Lige nu er ingen i vores team ledig. Din henvendelse er noteret, og du får svar her.',
  },
  no: {
    escalated: 'Jeg setter deg over til en person i teamet vårt. Vent et øyeblikk.',
    waiting: 'En person i teamet vårt er tilkalt og svarer deg her. Inntil da hjelper jeg så godt jeg kan.',
    human: 'Meldingen din er gitt videre. En person i teamet vårt svarer deg her.',
    joined: 'En person fra teamet vårt er nå med i samtalen.',
    joinedNamed: '{agent} er nå med i samtalen.',
    transferred: 'En annen person fra teamet vårt har overtatt samtalen.',
    transferredNamed: '{agent} har overtatt samtalen.',
    returned: 'Nå er det igjen jeg, den automatiske assistenten, som svarer.',
    resolved: 'Samtalen er markert som løst. Skriv igjen hvis du trenger noe mer.',
    nobody: 'Akkurat nå er ingen i teamet vårt ledig. Henvendelsen din er notert, og du får svar her.',
  },
  fi: {
    escalated: 'Ohjaan sinut tiimimme ihmiselle. Odota hetki.',
    waiting: 'Tiimimme jäsen on kutsuttu paikalle ja vastaa sinulle tässä. Siihen asti autan parhaani mukaan.',
    human: 'Viestisi on välitetty eteenpäin. Tiimimme jäsen vastaa sinulle tässä.',
    joined: 'Tiimimme jäsen on liittynyt keskusteluun.',
    joinedNamed: '{agent} on liittynyt keskusteluun.',
    transferred: 'Toinen tiimimme jäsen on ottanut keskustelun hoitaakseen.',
    transferredNamed: '{agent} on ottanut keskustelun hoitaakseen.',
    returned: 'Nyt vastaan taas minä, automaattinen avustaja.',
    resolved: 'Keskustelu on merkitty ratkaistuksi. Kirjoita uudelleen, jos tarvitset vielä jotain.',
    nobody: 'Juuri nyt kukaan tiimistämme ei ole tavoitettavissa. Pyyntösi on kirjattu, ja saat vastauksen tähän.',
  },
  ru: {
    escalated: 'Я передаю разговор сотруднику нашей команды. Пожалуйста, подождите немного.',
    waiting: 'Мы позвали сотрудника нашей команды, он ответит вам здесь. А пока я помогу тем, что знаю.',
    human: 'Ваше сообщение передано. Сотрудник нашей команды ответит вам здесь.',
    joined: 'К разговору присоединился сотрудник нашей команды.',
    joinedNamed: 'К разговору присоединяется {agent}.',
    transferred: 'Разговор принял другой сотрудник нашей команды.',
    transferredNamed: 'Разговор теперь ведёт {agent}.',
    returned: 'Теперь вам снова отвечаю я, автоматический помощник.',
    resolved: 'Разговор отмечен как решённый. Напишите снова, если понадобится что-то ещё.',
    nobody: 'Сейчас никто из нашей команды не доступен. Ваш запрос записан, вам ответят здесь.',
  },
  ja: {
    escalated: '担当者におつなぎします。少々お待ちください。',
    waiting: '担当者を呼び出しています。こちらで回答いたします。それまでは、分かる範囲でお手伝いします。',
    human: 'メッセージを担当者に伝えました。担当者がこちらで回答いたします。',
    joined: '担当者が会話に参加しました。',
    joinedNamed: '{agent}が会話に参加しました。',
    transferred: '別の担当者が会話を引き継ぎました。',
    transferredNamed: '{agent}が会話を引き継ぎました。',
    returned: 'ここからは再び自動アシスタントがお答えします。',
    resolved: 'この会話は解決済みになりました。ほかにご用がありましたら、またお書きください。',
    nobody: '現在、対応できる担当者がおりません。ご用件は記録しましたので、こちらで回答いたします。',
  },
  zh: {
    escalated: '我正在为您转接人工客服，请稍候。',
    waiting: '已通知人工客服，他们会在这里回复您。在此之前，我会尽我所知为您解答。',
    human: '您的消息已转达，人工客服会在这里回复您。',
    joined: '人工客服已加入对话。',
    joinedNamed: '{agent}已加入对话。',
    transferred: '另一位人工客服已接手对话。',
    transferredNamed: '{agent}已接手对话。',
    returned: '现在重新由我，自动助手，为您解答。',
    resolved: '此对话已标记为已解决。如果还有其他需要，请再次留言。',
    nobody: '目前没有人工客服在线。您的请求已记录，我们会在这里回复您。',
  },
  ko: {
    escalated: '상담원에게 연결해 드리겠습니다. 잠시만 기다려 주세요.',
    waiting: '상담원을 호출했으며 곧 여기에서 답변해 드립니다. 그때까지는 제가 아는 범위에서 도와드리겠습니다.',
    human: '메시지를 전달했습니다. 상담원이 여기에서 답변해 드립니다.',
    joined: '상담원이 대화에 참여했습니다.',
    joinedNamed: '{agent} 님이 대화에 참여했습니다.',
    transferred: '다른 상담원이 대화를 이어받았습니다.',
    transferredNamed: '{agent} 님이 대화를 이어받았습니다.',
    returned: '이제 다시 자동 도우미인 제가 답변해 드립니다.',
    resolved: '이 대화는 해결된 것으로 표시되었습니다. 더 필요한 것이 있으면 다시 적어 주세요.',
    nobody: '지금은 응대할 수 있는 상담원이 없습니다. 요청은 기록되었으며 여기에서 답변해 드리겠습니다.',
  },
};
