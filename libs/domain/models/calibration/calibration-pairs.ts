/**
 * Questions with passages that answer them, by which it is found out what a model's numbers mean. Four to a family: the
 * passages of one family speak of the same things, so that each answers its own question and only seems to answer its
 * neighbours'. That is what a search finds beside the answer, and what must stay below one half.
 *
 * A change of the pairs needs a new CALIBRATION_EDITION.
 */
export interface CalibrationPair {
  question: string;
  passage: string;
}

export const FAMILY_SIZE = 4;

export const CALIBRATION_PAIRS: readonly CalibrationPair[] = [
  // Orders and their delivery.
  {
    question: 'How long does delivery of my order take?',
    passage: 'Delivery of an order takes two to four working days. Islands and mountain villages take a day longer.',
  },
  {
    question: 'What does shipping cost?',
    passage: 'Shipping costs 4.90 euros. For orders above 60 euros we pay the shipping costs.',
  },
  {
    question: 'Where is my parcel right now, can I follow it?',
    passage:
      'As soon as your parcel is with the carrier you get a mail with a link, by which you can follow where it is.',
  },
  {
    question: 'Can I still change the address of an order?',
    passage: 'You can change the address under "My orders" until the order is packed. After that the address is fixed.',
  },
  // Accounts.
  {
    question: 'I forgot my password. How do I get a new one?',
    passage:
      'If you forgot your password, choose "New password" on the login page. We send a link to your mail address; it is good for one hour.',
  },
  {
    question: 'How can I delete my account?',
    passage:
      'You can delete your account in the settings under "Privacy". All data of the account is removed within 30 days.',
  },
  {
    question: 'How do I switch on two-factor login?',
    passage:
      'Switch on two-factor login under "Security": scan the code with an authenticator app and type the six digits that it shows.',
  },
  {
    question: 'Why is my login locked?',
    passage: 'After ten wrong attempts the login is locked for fifteen minutes. It opens again by itself.',
  },
  // Working for a company.
  {
    question: 'How many days of holiday do employees have each year?',
    passage:
      'Full-time employees have 28 days of holiday each year. Days that are left move on until the end of March.',
  },
  {
    question: 'What must I do when I am ill and cannot come to work?',
    passage:
      'When you are ill, tell your manager before nine in the morning. From the third day on we need a note from your doctor.',
  },
  {
    question: 'May employees work from home?',
    passage: 'Employees may work from home on up to three days a week, if their team agrees on the days.',
  },
  {
    question: 'How are travel expenses paid back?',
    passage:
      'Hand in the receipts of a business trip within a month. Travel expenses are paid back with the next salary.',
  },
  // Health and home.
  {
    question: 'How often should a child see the dentist?',
    passage: 'A child should see the dentist twice a year, from the first tooth on.',
  },
  {
    question: 'At which temperature does the vaccine have to be stored?',
    passage: 'Store the vaccine in the fridge, at a temperature of two to eight degrees. It must never freeze.',
  },
  {
    question: 'What helps against a cold?',
    passage: 'Against a cold rest, warm drinks and time help most. Antibiotics do nothing against viruses.',
  },
  {
    question: 'How much water does an adult need in a day?',
    passage: 'An adult needs about one and a half litres of water in a day, and more in summer or when doing sports.',
  },
  // Machines and software.
  {
    question: 'The printer prints nothing but empty pages. What can I do?',
    passage:
      'When the printer gives empty pages, its nozzles are dry. Start "Clean print head" in the menu of the printer and print a test page.',
  },
  {
    question: 'How do I connect the speaker by Bluetooth?',
    passage:
      'Hold the Bluetooth button of the speaker until it blinks blue. Then connect it in the settings of your phone.',
  },
  {
    question: 'How large may a file be that I upload?',
    passage: 'A file that you upload may have up to 50 megabytes. Split larger files, or pack them.',
  },
  {
    question: 'How do I make a backup of the database?',
    passage:
      'Make a backup of the database with the command "dump" and keep the file on another machine. A nightly job is best.',
  },
  // Deutsch: Stadt und Verwaltung.
  {
    question: 'Wie beantrage ich einen neuen Reisepass?',
    passage:
      'Einen neuen Reisepass beantragen Sie persönlich im Bürgeramt. Bringen Sie ein Foto und den alten Pass mit.',
  },
  {
    question: 'Wann wird der Sperrmüll abgeholt?',
    passage: 'Der Sperrmüll wird zweimal im Jahr abgeholt. Den Termin vereinbaren Sie bei der Stadtreinigung.',
  },
  {
    question: 'Was kostet die Parkerlaubnis für Bewohner?',
    passage: 'Die Parkerlaubnis für Bewohner kostet 30 Euro im Jahr und gilt nur in der eigenen Zone.',
  },
  {
    question: 'Wie melde ich mein Kind in der Schule an?',
    passage:
      'Melden Sie Ihr Kind im Oktober vor dem Schulbeginn in der Schule Ihres Bezirks an. Die Geburtsurkunde ist nötig.',
  },
  // Français : banque et assurance.
  {
    question: "Comment faire opposition si j'ai perdu ma carte bancaire ?",
    passage:
      'Si vous avez perdu votre carte bancaire, faites opposition tout de suite par téléphone, à toute heure du jour et de la nuit.',
  },
  {
    question: 'Quels sont les frais pour un virement à l’étranger ?',
    passage: "Les frais d'un virement à l'étranger sont de 12 euros. Un virement en Europe est gratuit.",
  },
  {
    question: "Comment déclarer un dégât des eaux à l'assurance ?",
    passage:
      "Déclarez le dégât des eaux à votre assurance dans les cinq jours et joignez des photos des pièces touchées par l'eau.",
  },
  {
    question: 'Comment ouvrir un compte pour un enfant ?',
    passage:
      "Pour ouvrir un compte à un enfant, les deux parents viennent en agence avec leurs pièces d'identité et le livret de famille.",
  },
  // Español: viajes y hoteles.
  {
    question: '¿A qué hora es la entrada en el hotel?',
    passage: 'La entrada en el hotel es a partir de las tres de la tarde; la salida, antes de las once de la mañana.',
  },
  {
    question: '¿Puedo llevar a mi perro al hotel?',
    passage: 'Puede llevar a su perro si pesa menos de diez kilos. El perro cuesta quince euros por noche.',
  },
  {
    question: '¿Cuánto equipaje puedo llevar en el avión?',
    passage: 'En el avión puede llevar una maleta de hasta 23 kilos y un bolso de mano. El equipaje de más se paga.',
  },
  {
    question: '¿Cómo cancelo mi reserva y recupero el dinero?',
    passage:
      'Puede cancelar la reserva hasta dos días antes del viaje y recupera todo el dinero. Después se cobra la primera noche.',
  },
];
