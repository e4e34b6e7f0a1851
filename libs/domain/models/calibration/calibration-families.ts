/**
 * Questions by which it is found out whether a model knows what texts mean. Each has a passage that answers it in other
 * words, and a lure: a passage that has the words of the question and answers something else. Whoever only counts common
 * words, which the lexical search does better, finds the lures nearer; whoever knows meaning finds the answers.
 *
 * The questions of one topic are near each other, so that what answers one of them is a near miss of the others.
 *
 * A change of the texts needs a new CALIBRATION_EDITION.
 */
export interface CalibrationFamily {
  question: string;
  answer: string;
  lure: string;
}

export interface CalibrationTopic {
  language: 'en' | 'de' | 'fr' | 'es';
  families: readonly CalibrationFamily[];
}

export const CALIBRATION_TOPICS: readonly CalibrationTopic[] = [
  // Orders and their delivery.
  {
    language: 'en',
    families: [
      {
        question: 'How long does delivery of my order take?',
        answer: 'Parcels usually arrive after two to four working days.',
        lure: 'How long the delivery of my twins would take, the doctor could not tell.',
      },
      {
        question: 'What does shipping cost?',
        answer: 'We charge 4.90 euros for postage; above 60 euros there is none.',
        lure: 'What shipping does to whales: the cost of noise in the sea.',
      },
      {
        question: 'Where is my parcel right now, can I follow it?',
        answer: 'Once the carrier has picked up your goods, tracking works by a link in our e-mail.',
        lure: 'My parcel of land is right where the two roads meet; now I can build on it.',
      },
      {
        question: 'Can I still change the address of an order?',
        answer: 'Until packing begins, edit under "Purchases" where we should send things.',
        lure: 'I can still hear the address of an old general and the order to change sides.',
      },
    ],
  },
  // Accounts.
  {
    language: 'en',
    families: [
      {
        question: 'I forgot my password. How do I get a new one?',
        answer: 'Choose "Lost login" to receive an e-mail with a link for setting another secret.',
        lure: 'I forgot how one can get a new moon on my birthday, and I do like the band Password.',
      },
      {
        question: 'How can I delete my account?',
        answer: 'Closing a profile is possible in the settings under "Privacy"; all data then vanishes.',
        lure: 'How can I delete the sad parts of my account of the war?',
      },
      {
        question: 'How do I make my login safer with a second step?',
        answer: 'Under "Security", scan the code by an authenticator app, then type six digits.',
        lure: 'With a rail at the second step I make my stairs safer; how I do it is shown here.',
      },
      {
        question: 'Why is my login locked?',
        answer: 'After ten wrong attempts nobody gets in for fifteen minutes.',
        lure: 'Why my garden gate is locked is a long story.',
      },
    ],
  },
  // Working for a company.
  {
    language: 'en',
    families: [
      {
        question: 'How many days of holiday do employees have each year?',
        answer: 'Annual leave for full-time staff: 28, with carry-over until March.',
        lure: 'Each year the employees of the station have to count how many holiday trains run on Sundays.',
      },
      {
        question: 'What must I do when I am ill and cannot come to work?',
        answer: "Report sickness before nine; from the third morning on a doctor's note is needed.",
        lure: 'When I come to this work of art, I cannot say what the painter must do or feel.',
      },
      {
        question: 'May employees work from home?',
        answer: 'Remote office is fine up to three times a week if the team agrees.',
        lure: 'In May employees from the nursing home work in the garden.',
      },
      {
        question: 'How are travel expenses paid back?',
        answer: 'Hand in receipts of a business trip; the money comes along with your next salary.',
        lure: 'How birds travel back is a wonder; no expenses are paid for it.',
      },
    ],
  },
  // Health and home.
  {
    language: 'en',
    families: [
      {
        question: 'How often should a child see the dentist?',
        answer: 'Twice yearly, from first teeth on, check-ups are advised for kids.',
        lure: 'How often the child in the film should see a ghost was left to the writer.',
      },
      {
        question: 'At which temperature does the vaccine have to be stored?',
        answer: 'Keep doses in a fridge, between two and eight degrees; never freeze them.',
        lure: 'Data have to be stored that tell at which temperature the lake does freeze.',
      },
      {
        question: 'What helps against a cold?',
        answer: 'Rest, warm drinks and patience relieve runny noses and sore throats.',
        lure: 'A wall helps against a cold wind, whatever it is made of.',
      },
      {
        question: 'How much water does an adult need in a day?',
        answer: 'Grown-ups should drink about one and a half litres, more when it is hot.',
        lure: 'How much water a whirlpool does move in a day: an adult elephant could swim in it.',
      },
    ],
  },
  // Machines and software.
  {
    language: 'en',
    families: [
      {
        question: 'The printer prints nothing but empty pages. What can I do?',
        answer: 'Dry nozzles are to blame: run "Clean head" from its menu.',
        lure: 'The poet can do nothing but look at empty pages; what the printer prints I do not like.',
      },
      {
        question: 'How do I connect the speaker by Bluetooth?',
        answer: 'Hold its button until a blue light blinks, then pair your phone.',
        lure: 'How do I thank the speaker of the evening? By a poem that I connect to his life.',
      },
      {
        question: 'How large may a file be that I upload?',
        answer: '50 megabytes are our limit; pack or split whatever exceeds this.',
        lure: 'A file that I use for nails may be small; how large must that of a smith be?',
      },
      {
        question: 'How do I make a backup of the database?',
        answer: 'Run "dump" every night and keep copies on another machine.',
        lure: 'How do I make a goalkeeper of the backup of a striker?',
      },
    ],
  },
  // Stadt und Verwaltung.
  {
    language: 'de',
    families: [
      {
        question: 'Wie beantrage ich einen neuen Reisepass?',
        answer: 'Kommen Sie persönlich mit Foto ins Bürgeramt; das Ausweisdokument ist nach vier Wochen da.',
        lure: 'Wie ich einen neuen Freund fand, als ich den Reisepass meiner Tante suchte.',
      },
      {
        question: 'Wann wird der Sperrmüll abgeholt?',
        answer: 'Zweimal jährlich nehmen wir alte Möbel mit; Termine gibt es bei uns am Telefon.',
        lure: 'Wann der Gast vom Bahnhof abgeholt wird, steht im Stück "Der Sperrmüll".',
      },
      {
        question: 'Was kostet die Parkerlaubnis für Bewohner?',
        answer: '30 Euro pro Jahr zahlt, wer sein Auto vor dem eigenen Haus abstellen will.',
        lure: 'Was die Freiheit die Bewohner der Insel kostet, ist schwer für Fremde zu sehen.',
      },
      {
        question: 'Wie melde ich mein Kind in der Schule an?',
        answer: 'Im Oktober vor der Einschulung kommen Eltern mit Geburtsurkunde ins Sekretariat.',
        lure: 'Wie mein Kind in der Schule an der Tafel sang, sah ich im Film.',
      },
    ],
  },
  // Banque et assurance.
  {
    language: 'fr',
    families: [
      {
        question: "Comment faire opposition si j'ai perdu ma carte bancaire ?",
        answer: "Appelez tout de suite le numéro d'urgence : votre moyen de paiement sera bloqué.",
        lure: "J'ai perdu ma carte de la région ; comment faire si l'opposition gagne les élections ?",
      },
      {
        question: 'Quels sont les frais pour un virement à l’étranger ?',
        answer: "Envoyer de l'argent hors d'Europe coûte douze euros.",
        lure: 'Quels poissons sont frais à l’étranger ? Pour un cuisinier, les marchés le disent.',
      },
      {
        question: "Comment déclarer un dégât des eaux à l'assurance ?",
        answer: 'Signalez la fuite dans les cinq jours et joignez vos photos de la pièce inondée.',
        lure: "Comment déclarer un amour avec assurance à l'heure des eaux calmes ?",
      },
      {
        question: 'Comment ouvrir un compte pour un enfant ?',
        answer: "Les deux parents viennent en agence munis de leurs pièces d'identité et du livret de famille.",
        lure: 'Comment un enfant a pu ouvrir un coffre pour jouer : un compte rendu amusant.',
      },
    ],
  },
  // Viajes y hoteles.
  {
    language: 'es',
    families: [
      {
        question: '¿A qué hora es la entrada en el hotel?',
        answer: 'Las habitaciones están listas desde las tres de la tarde.',
        lure: 'La entrada en el mar es peligrosa a esta hora; el hotel se ve a lo lejos.',
      },
      {
        question: '¿Puedo llevar a mi perro al hotel?',
        answer: 'Se admiten mascotas de menos de diez kilos por quince euros la noche.',
        lure: 'Puedo llevar a mi abuela al parque y ver cómo juega un perro.',
      },
      {
        question: '¿Cuánto equipaje puedo llevar en el avión?',
        answer: 'Se permiten una maleta de 23 kilos y un bolso de mano por pasajero.',
        lure: 'En el avión vi cuánto puedo llorar; el equipaje de la vida es difícil de llevar.',
      },
      {
        question: '¿Cómo cancelo mi reserva y recupero el dinero?',
        answer: 'Avisando dos días antes se anula sin coste y le devolvemos todo.',
        lure: '¿Cómo recupero el aliento en mi reserva natural, donde el dinero no importa y cancelo citas?',
      },
    ],
  },
];
