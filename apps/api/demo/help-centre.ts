/**
 * The knowledge of the demo bot: the help centre of an invented coffee roaster. Short articles as a small company
 * would write them, so that a newcomer can ask real questions a minute after the first start.
 */
export const DEMO_BOT = {
  name: 'Fernhill Coffee Help',
  description: 'Answers questions about orders, delivery, subscriptions and coffee. A demo: edit it or delete it.',
  // Whoever tries the demo page can see how a conversation goes to a person and back.
  configuration: { handOff: { isEnabled: true, frustrationAbove: 0.85, noContextTurns: 3 } },
};

export const DEMO_KNOWLEDGE_BASE = {
  name: 'Help centre',
  description: 'What customers of Fernhill Coffee ask.',
};

export const DEMO_QUESTION = 'How long does delivery take and what does it cost?';

export const HELP_CENTRE: ReadonlyArray<{ title: string; content: string; tags: string[] }> = [
  {
    title: 'Opening hours and address',
    tags: ['shop', 'hours'],
    content: `Our shop and roastery are at 14 Mill Lane, Fernhill. We are open Monday to Friday from 8:00 to 18:00 and on Saturday from 9:00 to 16:00. We are closed on Sunday and on public holidays.

You can park for free behind the building. The number 7 tram stops in front of the door.`,
  },
  {
    title: 'Contact us',
    tags: ['contact'],
    content: `You can reach us by e-mail at help@fernhill.example or by phone at 020 5550 142. The phone is answered Monday to Friday from 9:00 to 17:00. We reply to e-mails within one working day.

If you write about an order, please tell us the order number, for example FC-20418.`,
  },
  {
    title: 'Delivery times and costs',
    tags: ['delivery', 'orders'],
    content: `Standard delivery takes 2 to 3 working days and costs 3.90 euros. Orders above 35 euros are delivered free of charge. Express delivery arrives on the next working day when you order before 12:00; it costs 8.50 euros.

We deliver to all countries of the European Union, to Switzerland and to the United Kingdom. Delivery outside Germany takes 4 to 7 working days and costs 9.90 euros. We do not deliver to other countries at the moment.`,
  },
  {
    title: 'Track your order',
    tags: ['delivery', 'orders'],
    content: `As soon as your parcel leaves the roastery, we send you an e-mail with a tracking link. You also find the link under Account > Orders. If the tracking has not changed for three working days, please contact us and we will search for the parcel.`,
  },
  {
    title: 'Damaged or missing parcels',
    tags: ['delivery', 'orders'],
    content: `If your parcel arrived damaged, send us a photo of the damage within 7 days by e-mail. We send a replacement at no cost. If something is missing from your order, tell us the order number and what is missing; we send it the same day.`,
  },
  {
    title: 'Change or cancel an order',
    tags: ['orders'],
    content: `You can change or cancel an order until we have roasted it, which is usually at 14:00 on the day after you ordered. To do so:

1. Sign in and open Account > Orders.
2. Choose the order.
3. Click Change or Cancel.

After that time the order can no longer be cancelled, but you can return unopened bags.`,
  },
  {
    title: 'Returns and refunds',
    tags: ['returns', 'payment'],
    content: `You can return unopened bags and all equipment within 30 days of delivery. Opened coffee cannot be returned, but if you do not like it, write to us and we will find one that suits you.

Returning is free within Germany: print the label under Account > Returns and bring the parcel to any post office. We refund the money to the payment method that you used, within 5 working days after the parcel has reached us.`,
  },
  {
    title: 'Payment methods',
    tags: ['payment'],
    content: `We accept Visa, Mastercard, American Express, PayPal, Apple Pay, Google Pay and bank transfer. Business customers can pay by invoice within 14 days. We do not accept cash on delivery, cheques or cryptocurrencies.

With bank transfer we send your order as soon as the money has arrived, usually after one or two working days.`,
  },
  {
    title: 'Invoices',
    tags: ['payment', 'orders'],
    content: `The invoice comes by e-mail as a PDF when your order is sent. You can download it again under Account > Orders. To have a company name or VAT number on the invoice, enter it under Account > Billing before you order.`,
  },
  {
    title: 'How the subscription works',
    tags: ['subscription'],
    content: `With a subscription you receive freshly roasted coffee every 1, 2 or 4 weeks and pay 10 percent less than in the shop. You choose the coffee, the amount and the grind. There is no minimum term and delivery is free.

A subscription with 250 grams costs 8.55 euros per delivery; with 500 grams it costs 15.75 euros; with 1 kilogram it costs 28.80 euros.`,
  },
  {
    title: 'Pause, change or cancel a subscription',
    tags: ['subscription'],
    content: `You can pause, change or cancel your subscription at any time under Account > Subscription. A change applies to the next delivery if you make it at least 48 hours before. A pause can last up to 3 months; after that the subscription goes on by itself. We do not charge any fee for cancelling.`,
  },
  {
    title: 'Reset your password',
    tags: ['account'],
    content: `If you forgot your password or cannot sign in:

1. Open the sign-in page and click Forgot password.
2. Enter the e-mail address of your account.
3. Open the e-mail that we send you and click the link. It is valid for one hour.
4. Choose a new password of at least 10 characters.

If no e-mail arrives, look in your spam folder or contact us. After five wrong passwords your account is locked for 15 minutes.`,
  },
  {
    title: 'Change your address or e-mail',
    tags: ['account'],
    content: `You can change your delivery address, your e-mail address and your phone number under Account > Profile. A new delivery address applies to all orders that have not been sent yet. When you change your e-mail address, we send a confirmation link to the new one.`,
  },
  {
    title: 'Delete your account and your data',
    tags: ['account', 'privacy'],
    content: `To delete your account, open Account > Profile and click Delete account. We erase your personal data within 30 days. Invoices are kept for 10 years because the law demands it.

We store your name, address, e-mail address and orders. We never sell personal data, and we do not share it with anyone but the delivery company and the payment provider. To receive a copy of your data, write to privacy@fernhill.example.`,
  },
  {
    title: 'Gift cards and discount codes',
    tags: ['payment', 'gifts'],
    content: `Gift cards are available for 20, 50 and 100 euros. They come by e-mail at once, are valid for 3 years and cannot be exchanged for cash. Enter the code of a gift card or a discount at the checkout. Only one discount code can be used per order, and it does not apply to subscriptions.

Students get 15 percent off with a valid student card in our shop.`,
  },
  {
    title: 'Our coffees',
    tags: ['coffee'],
    content: `We roast five coffees. Mill Lane is our house espresso from Brazil and India, with notes of chocolate and hazelnut. Northwind is a light filter roast from Ethiopia that tastes of berries and jasmine. Harbour comes from Colombia and is sweet and round, good for filter and French press. Night Train is a dark roast from Guatemala. Lullaby is our decaffeinated coffee from Mexico; the caffeine is removed with water, without chemicals.

All our coffees are certified organic, and Northwind and Harbour are also certified fair trade.`,
  },
  {
    title: 'Which grind should I choose?',
    tags: ['coffee', 'brewing'],
    content: `We sell whole beans and grind them for you on request at no extra charge. Choose fine for espresso machines and moka pots, medium for filter machines and pour-over, and coarse for French press and cold brew. Whole beans stay fresh longer, so we recommend a grinder at home.`,
  },
  {
    title: 'How to store coffee and how long it keeps',
    tags: ['coffee'],
    content: `Keep coffee in its bag, tightly closed, in a dark and dry place at room temperature. Do not put it in the fridge. Whole beans taste best within 8 weeks of roasting, ground coffee within 2 weeks. The roasting date is printed on the bottom of the bag.`,
  },
  {
    title: 'How to brew French press coffee',
    tags: ['coffee', 'brewing'],
    content: `For one litre you need 60 grams of coarsely ground coffee.

1. Boil the water and let it cool for one minute, to about 95 °C.
2. Pour it over the coffee and stir.
3. Wait four minutes.
4. Press the plunger down slowly and pour the coffee at once.`,
  },
  {
    title: 'Allergens and vegan products',
    tags: ['coffee'],
    content: `Our coffee contains no allergens and no gluten, and it is vegan. The chocolate-covered beans contain milk and soy and may contain traces of nuts.`,
  },
  {
    title: 'Tastings and courses',
    tags: ['shop', 'events'],
    content: `Every first Saturday of the month we hold a tasting at 11:00; it costs 12 euros per person and lasts about 90 minutes. Our barista course takes place on the third Sunday of the month from 10:00 to 15:00 and costs 95 euros, lunch included. You can book both on our website or in the shop. Groups of up to 8 people are welcome.`,
  },
  {
    title: 'Coffee for offices, cafés and resellers',
    tags: ['business'],
    content: `Businesses that order at least 5 kilograms a month get wholesale prices, starting at 18 euros per kilogram. We also rent out and service espresso machines. Write to business@fernhill.example and tell us how many cups you need per day; we will make you an offer within two working days.`,
  },
  {
    title: 'Repair and warranty of equipment',
    tags: ['equipment'],
    content: `Grinders and espresso machines that you bought from us have a warranty of 2 years. If something does not work, bring the machine to our shop or send it in with a copy of the invoice. A repair usually takes one week. We also repair machines bought elsewhere; an estimate costs 25 euros.`,
  },
  {
    title: 'Jobs at Fernhill',
    tags: ['company'],
    content: `We are looking for a barista for our shop (20 hours a week) and a roaster in training. Send your application to jobs@fernhill.example. Fernhill Coffee was founded in 2011 by Ida Brandt and Tomas Keller and has 23 employees today.`,
  },
];
