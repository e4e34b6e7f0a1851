/**
 * Questions as customers of imaginary businesses type them, written for this project. One block asks one thing in several
 * ways; other blocks of the same language are about the same things and ask something else. They fit the model; the tests
 * use others.
 */
const english = `
How do I cancel my order?
cancel order
I want to cancel my order, how does that work?
Can an order be cancelled?
i need to cancel the order i just placed

How do I change my order?
Can I still change something in my order?
change order
I would like to modify my order please
is it possible to edit an order after buying

How do I track my order?
Where can I track my order?
order tracking
track my parcel please
How can I see where my parcel is?

When will my order arrive?
How long until my order is delivered?
What is the delivery time of an order?
how long does delivery take
When do I get my order?

How much does delivery cost?
What are the delivery costs?
shipping price
What do you charge for shipping?
Hi, could you tell me how expensive delivery is?

Do you deliver abroad?
Can you ship to other countries?
international shipping
Is delivery to foreign countries possible?
do you send parcels abroad

Can I change my delivery address?
How do I change the address of my delivery?
wrong delivery address, can i change it
I want to ship my order to another address

How do I return an item?
I want to send an item back
return item
What do I have to do to return something I bought?
How can I return a product?

How long do I have to return an item?
What is the deadline for returns?
Until when can I return an item?
return period
How many days do I have for a return?

Who pays for the return shipping?
Is the return free?
Do I have to pay for a return?
cost of returning an item

When will I get my refund?
How long does a refund take?
When is my money refunded?
refund how long

How do I reset my password?
I forgot my password
password reset
forgotten my password, what now?
Can you help me reset the password of my account?
how do i get a new pasword

How do I change my password?
Where can I change the password?
I would like to set another password
change password

How do I delete my account?
Please remove my account
close account
I want to delete my profile
How can I have my account erased?

How do I create an account?
Where can I sign up?
register an account
I'd like to open an account
How does registration work?

Do I need an account to order?
Can I order without an account?
Is it possible to buy as a guest?
ordering without registering

How do I change my email address?
I have a new e-mail address, where do I enter it?
update my email
Where can I change the email address of my account?

How do I subscribe to the newsletter?
newsletter sign up
I want to receive your newsletter
Where do I sign up for the newsletter?

How do I unsubscribe from the newsletter?
I don't want the newsletter any more
stop sending me the newsletter
cancel the newsletter

Which payment methods do you accept?
How can I pay?
payment methods
What ways to pay are there?
Can I choose between several payment methods?

Can I pay by invoice?
Do you offer payment on invoice?
is paying by invoice possible
I'd like to pay on invoice

Where do I find my invoice?
How do I get an invoice for my order?
invoice download
I need a receipt for my order
please send me the invoice

Why was my payment declined?
My payment failed, why?
payment was refused
Why does my card payment not go through?

How do I use a voucher?
Where do I enter the discount code?
redeem voucher
How can I apply a promo code?

How long is a voucher valid?
When does my voucher expire?
Do gift vouchers expire?
voucher validity

What are your opening hours?
When are you open?
opening times
What time do you open and close?
Until when is the shop open today?

Are you open on Sundays?
Is the shop open on Sunday?
sunday opening
Can I come on a Sunday?

Where are you located?
What is your address?
Where can I find your shop?
address of the store

Where can I park?
Is there parking near the shop?
parking
Do you have a car park?

How much is parking?
What does parking cost?
parking fees
Is parking free of charge?

How can I contact you?
contact
How do I reach customer service?
I want to talk to somebody from support

What is your phone number?
telephone number
What number can I call you on?
Under which number can I reach you by phone?

Do you have vegan dishes?
Is there anything vegan on the menu?
vegan food
Do you serve vegan meals?

Do you have gluten-free dishes?
gluten free food
Is there gluten-free food on the menu?
Which dishes are without gluten?

Can I book a table?
How do I reserve a table?
table reservation
I would like to book a table for two

How do I cancel my reservation?
I have to cancel my table
cancel booking
Can I call off my reservation?

What time is check-in?
When can I check in?
From when is the room ready?
check-in time

What time is check-out?
When do I have to check out?
Until when must I leave the room?
check-out time

Can I bring my dog?
Are dogs allowed?
dogs welcome?
May I take my dog with me?

How much does it cost to bring a dog?
What do you charge for a dog?
price for dogs
Is there a fee for my dog?

Is breakfast included?
Is breakfast part of the price?
breakfast included in the room rate?
Does the price contain breakfast?

When is breakfast served?
breakfast times
From when until when is there breakfast?
What are the hours of breakfast?

Do you have free wifi?
Is there wireless internet?
wifi available
Is the internet free?

What is the wifi password?
password for the wifi
How do I get into the wireless network?
wifi code

How much does membership cost?
What is the price of a membership?
membership fee
monthly fee for members

How do I cancel my membership?
end membership
I want to terminate my membership
quit my membership please

How do I upgrade my plan?
switch to a bigger plan
I want to upgrade to the premium plan
upgrade subscription

How do I downgrade my plan?
switch to a smaller plan
can i downgrade my subscription
I want to go down to the basic plan

Is my data safe with you?
How do you protect my data?
data protection
What do you do for the security of my data?

How do I export my data?
data export
Can I download all of my data?
I want a copy of my data

How do I import contacts?
contact import
Can I import my contacts from a file?
upload a list of contacts

How do I enable two-factor authentication?
turn on 2-factor authentication
Where do I activate two factor login?
two-factor authentication setup

How do I disable two-factor authentication?
turn off two factor authentication
I want to deactivate 2-factor login
remove two-factor authentication

How do I connect a printer?
printer setup
My printer should be connected, what must I do?
connecting the printer

How do I clean the filter?
filter cleaning
What is the best way to clean the filter?
cleaning instructions for the filter

How often should I change the filter?
After how many months must the filter be replaced?
filter replacement interval
When is it time for a new filter?

How long is the warranty?
What is the warranty period?
warranty duration
For how many years is there a guarantee?

What does the warranty cover?
Is damage covered by the warranty?
what is included in the guarantee
warranty coverage

Are you hiring?
Do you have open positions?
job vacancies
I am looking for a job at your company

What is the capital of France?
Which city is the capital of France?
capital of france
France's capital?

What is the population of France?
How many people live in France?
number of inhabitants of France
population france

Who founded the company?
Who is the founder of your company?
By whom was the company founded?
company founder

When was the company founded?
In which year was the company founded?
founding year
How old is the company?

How do I apply for a library card?
I would like to get a library card
library card application
Where can I get a card for the library?

How do I renew a book?
Can I extend the loan of a book?
extend loan period
renewal of borrowed books

How many books can I borrow?
What is the maximum number of books?
borrowing limit
How many books may I take home at once?

What happens if I return a book late?
late fee for books
Is there a fine for overdue books?
I forgot to bring a book back in time

How do I enrol in a course?
course enrolment
I want to sign up for a course
Where can I register for a course?

How do I drop a course?
withdraw from a course
I want to leave a course
Can I cancel a course that I signed up for?

When does the semester start?
first day of the semester
semester start date
When do classes begin?

When does the semester end?
last day of classes
semester end date
When are classes over?

How much is the tuition?
tuition fees
What does it cost to study here?
How high are the fees for a semester?
`;

const german = `
Wie kann ich meine Bestellung stornieren?
Bestellung stornieren
Ich möchte meine Bestellung stornieren
Kann man eine Bestellung stornieren?

Wie kann ich meine Bestellung ändern?
Bestellung ändern
Kann ich an meiner Bestellung noch etwas ändern?
Ich würde gerne meine Bestellung ändern

Wie lange dauert die Lieferung?
Wann kommt meine Lieferung?
Lieferzeit
Wie lange braucht ein Paket?

Was kostet der Versand?
Wie hoch sind die Versandkosten?
Versandkosten
Wie teuer ist die Lieferung?

Wie kann ich mein Passwort zurücksetzen?
Passwort vergessen
Ich habe mein Passwort vergessen
Kennwort zurücksetzen

Wie ändere ich mein Passwort?
Passwort ändern
Wo kann ich das Passwort ändern?
Ich möchte mein Kennwort ändern

Wann habt ihr geöffnet?
Öffnungszeiten
Was sind Ihre Öffnungszeiten?
Bis wann haben Sie geöffnet?

Wo finde ich euch?
Wie lautet Ihre Adresse?
Adresse des Geschäfts
Wo ist euer Laden?

Wie schicke ich einen Artikel zurück?
Artikel zurückschicken
Ich möchte etwas zurückgeben
Wie funktioniert die Rückgabe?

Wie lange kann ich einen Artikel zurückgeben?
Rückgabefrist
Bis wann kann ich Artikel zurückgeben?

Wie kündige ich mein Abo?
Abo kündigen
Ich will mein Abonnement kündigen
Wie kann ich das Abo beenden?

Was kostet das Abo?
Preis des Abos
Wie teuer ist ein Abonnement?

Gibt es Parkplätze?
Wo kann ich parken?
Parkplatz vorhanden?
Kann man bei euch parken?

Sind Hunde erlaubt?
Darf ich meinen Hund mitbringen?
Hund erlaubt?
Kann ich einen Hund mitnehmen?
`;

const french = `
Comment annuler ma commande ?
Je voudrais annuler ma commande
annuler une commande
Est-il possible d'annuler une commande ?

Comment modifier ma commande ?
modifier une commande
Je souhaite modifier ma commande
Puis-je encore modifier ma commande ?

Quels sont vos horaires d'ouverture ?
À quelle heure êtes-vous ouverts ?
horaires d'ouverture
Quand êtes-vous ouverts ?

Combien coûte la livraison ?
Quels sont les frais de livraison ?
prix de la livraison
frais de port

Combien de temps prend la livraison ?
délai de livraison
Quand ma livraison arrive-t-elle ?

Comment réinitialiser mon mot de passe ?
mot de passe oublié
J'ai oublié mon mot de passe

Comment supprimer mon compte ?
supprimer mon compte
Je veux fermer mon compte

Comment créer un compte ?
créer un compte
Je voudrais ouvrir un compte
`;

const spanish = `
¿Cómo puedo cancelar mi pedido?
cancelar pedido
Quiero cancelar mi pedido
¿Es posible cancelar un pedido?

¿Cómo puedo cambiar mi pedido?
cambiar pedido
Quisiera cambiar mi pedido
¿Se puede modificar un pedido?

¿Cuál es su horario?
¿A qué hora abren?
horario de apertura
¿Cuándo están abiertos?

¿Cuánto cuesta el envío?
gastos de envío
¿Cuál es el precio del envío?

¿Cuánto tarda el envío?
plazo de entrega
¿Cuándo llega mi envío?

¿Cómo restablezco mi contraseña?
He olvidado mi contraseña
restablecer contraseña

¿Cómo elimino mi cuenta?
eliminar cuenta
Quiero borrar mi cuenta

¿Cómo creo una cuenta?
crear cuenta
Me gustaría abrir una cuenta
`;

export interface QuestionGroup {
  id: string;
  language: string;
  /** Ways to ask one thing. */
  phrasings: readonly string[];
}

function read(language: string, text: string): QuestionGroup[] {
  const blocks = text.trim().split(/\n\s*\n/);
  return blocks.map((block, at) => ({ id: `${language}-${at}`, language, phrasings: block.split('\n') }));
}

export const writtenQuestions: readonly QuestionGroup[] = [
  ...read('en', english),
  ...read('de', german),
  ...read('fr', french),
  ...read('es', spanish),
];
