/**
 * Short help articles of imaginary businesses with questions as customers type them, written for this project. The public
 * sets are encyclopaedia paragraphs and long answers of programmers; most knowledge bases are like this one. It calibrates;
 * the tests use other articles.
 *
 * One article a block: title, text, then one a line its questions and, after a dash, questions that share words with it but
 * that no article here answers.
 */
const articles = `
Parking
Guests can park in the garage under the building. The first two hours are free, every further hour costs 3 euros.
Where can I park?
Is there parking at your place?
How much is the parking garage?
parking costs
- How do I get from the garage to the harbour?
- Who invented the parking meter?

Late check-out
Rooms must be left by 11:00. On request we extend the stay until 14:00 for 20 euros if the room is not booked.
Can I check out later?
What time do I have to leave the room?
late checkout price
Until when can I keep my room?
- When was the hotel built?
- Is there a late night bar?

Pets
Dogs and cats are welcome in all rooms for 12 euros a night. Please keep dogs on a leash in the lobby.
Can I bring my dog?
Are pets allowed?
Do you charge extra for a cat?
pets
- What do cats dream about?
- Can I leave my bike in the lobby?

Gift cards
Gift cards are valid for three years and can be used online and in every branch. They cannot be exchanged for cash.
How long is a gift card valid?
Can I get cash for my gift card?
Do gift cards expire?
Where can I use my gift card?
- How do I make a birthday card?
- Do you play card games on Friday?

Returning an item
You have 30 days to send an item back. Print the return label from your account, attach it to the parcel and drop it at any post office.
How do I return something?
I want to send back my shoes
How many days do I have for a return?
Where do I get the return label?
- When does the king return?
- Do you print posters?

Damaged delivery
If your parcel arrives damaged, take photos of the box and the item and send them to us within 48 hours. We ship a replacement at no cost.
My parcel arrived damaged
What should I do if the item is broken on arrival?
Do I get a replacement for a damaged item?
The box was crushed when it was delivered
- Who is liable for damaged hearing?
- Can I get a photo of the team?

Order tracking
As soon as your order leaves the warehouse you receive an e-mail with a tracking number. Enter it on the tracking page to see where the parcel is.
Where is my order?
How can I track my parcel?
I have not received a tracking number
Where do I enter the tracking number?
- How do I track my sleep?
- What is the order of the planets?

Shipping abroad
We ship to all countries of the European Union, Switzerland and Norway. Delivery takes five to eight working days and costs 14.90 euros.
Do you ship to Norway?
How much is shipping to Switzerland?
How long does international delivery take?
Which countries do you deliver to?
- When did Norway win the gold medal?
- How long is the shipping canal?

Invoices
Invoices are sent by e-mail on the first day of the month. You can also download them as PDF under Billing.
Where can I find my invoice?
How do I download invoices?
When are invoices sent?
I need a copy of my last invoice
- How do I write a letter to my landlord?
- What happens on the first day of school?

Changing the e-mail address
Open Profile, choose Contact details and enter the new e-mail address. We send a link to confirm it.
How do I change my email address?
update my e-mail
Can I use a different email?
My mail address has changed
- Who invented e-mail?
- What is the address of the White House?

Two-factor authentication
Under Security, scan the QR code with an authenticator app and enter the six digits. Keep the recovery codes in a safe place.
How do I turn on two-factor authentication?
How do I set up 2FA with an authenticator app?
I lost my authenticator, where are the recovery codes?
enable two factor login
- What is the prime factor of 91?
- How do I scan a photo?

Deleting an account
To delete your account, open Profile and click Delete account at the bottom. All data are erased after 14 days and cannot be restored.
How do I delete my account?
Please remove my account
Can a deleted account be restored?
I want to close my account and erase my data
- How do I open a bank account?
- Who deleted the last scene of the film?

Exporting data
Choose Reports, then Export, and pick CSV or Excel. Large exports are prepared in the background and sent as a download link.
How do I export to Excel?
Can I download my data as CSV?
export report
Is there a way to export all reports?
- What does Brazil export?
- Who wrote the report on climate?

Inviting colleagues
An administrator can invite colleagues under Team. Enter their addresses separated by commas and choose a role for each.
How do I add a colleague to my team?
How can I invite users?
Who is allowed to invite people?
invite team members
- Which team won yesterday?
- How do I invite a girl to dinner?

Mobile app
The app is available for iOS 16 and Android 11 or newer. Sign in with the same account as on the website.
Is there an app for Android?
Do you have a mobile app?
Which iOS version do I need?
Can I use the same account in the app?
- What does an android dream of?
- How do mobile masts work?

Offline mode
Documents marked with a star are kept on the device and can be edited without a connection. Changes are uploaded as soon as you are online again.
Can I work offline?
How do I edit documents without internet connection?
When are offline changes uploaded?
offline access
- How many stars are in the sky?
- Which device measures air pressure?

Student discount
Students get 40 percent off all yearly plans. Upload a photo of a valid student card under Billing.
Is there a discount for students?
How do I get the student discount?
How much do students save?
student pricing
- Where do students live in Berlin?
- How much is a photo frame?

Cancelling a subscription
You can cancel at any time under Billing, Plan, Cancel. The subscription ends with the paid period, there are no refunds for started months.
How do I cancel my subscription?
Can I get a refund if I cancel?
I want to stop my plan
Where do I end my subscription?
- Why was the concert cancelled?
- What is the plan for Mars?

Payment methods
We accept Visa, Mastercard, PayPal and bank transfer. Cash on delivery is not offered.
Which payment methods do you accept?
Can I pay with PayPal?
Do you take credit cards like Visa?
How can I pay?
- What is the scientific method?
- Who founded PayPal?

Payment failed
If a card payment fails, check the expiry date and the limit of the card with your bank, then try again or use another method.
My payment failed
Why was my card declined?
The credit card payment does not work
What can I do when a payment fails?
- Why did the Roman Empire fail?
- How do I play a card trick?

Water filter
Replace the filter of the machine every two months. Turn the cap to the left, pull the old filter out, rinse the new one and push it in until it clicks.
How do I change the filter?
How often must the water filter be replaced?
When should I replace the filter of my machine?
filter replacement
- How much water should I drink?
- Which filter makes photos look old?

Descaling the machine
When the orange light blinks, fill the tank with water and one bag of descaler and press both buttons for five seconds.
The orange light is blinking
How do I descale the machine?
What does the blinking orange light mean?
descaling
- Do you sell orange juice?
- When was the steam machine invented?

Error E-42
Error E-42 means that the tank is empty or not inserted properly. Fill it and push it in firmly.
What does error E-42 mean?
The display shows E42
How do I fix E-42?
error e-42
- What does the number 42 mean?
- Where is the nearest petrol tank?

Battery life
A full charge of the X-200 lasts about 12 hours. Charging takes two hours with the supplied adapter.
How long does the battery of the X-200 last?
How long does it take to charge?
X200 battery life
charging time
- What is the meaning of life?
- How long does a marathon last?

Warranty
All devices have a warranty of two years from the day of purchase. Keep the receipt; wear parts and water damage are not covered.
How long is the warranty?
Is water damage covered by the warranty?
Do I need the receipt for the warranty?
What does the guarantee cover?
- How many years did the war last?
- Which devices use Bluetooth?

Borrowing books
With a library card you can borrow up to ten books for four weeks. Books can be renewed twice unless someone else has reserved them.
How many books can I borrow?
How long may I keep a book?
Can I renew my books?
borrow limit
- Who wrote the book of Genesis?
- Can I borrow a pen?

Late fees
For every book that is returned late we charge 20 cents a day, at most 10 euros.
What happens if I return a book late?
How high are the late fees?
What do I pay per day when a book is overdue?
late return fee
- Why are you always late?
- Do you have books about gardening?

Swimming course for children
The beginners course for children from five years starts every first Monday of the month and has ten lessons of 45 minutes.
When does the swimming course start?
From what age can children join the swimming course?
How long is a lesson for beginners?
kids swimming lessons
- How do I swim faster?
- Is golf course grass special?

Membership fee
Membership costs 29 euros a month. Families pay 55 euros, pensioners 19 euros.
How much is a membership?
What do families pay?
Is it cheaper for pensioners?
membership price
- How do I raise a family?
- Which month has 28 days?

Booking a table
Tables can be booked by phone or on our website up to 60 days ahead. For groups of more than eight people please call us.
How do I book a table?
Can I reserve a table online?
We are a group of ten people, can we book?
reservation of a table
- How do I build a table?
- What is the table of elements?

Vegan dishes
The menu has six vegan dishes, marked with a green leaf. The soup of the day is always vegan.
Do you have vegan food?
Which dishes are vegan?
Is the soup vegan?
vegan options
- Who washes the dishes?
- How do I cook onion soup?

Allergies
Tell the staff about allergies before you order. A list of ingredients with nuts, gluten and milk lies at the counter.
I am allergic to nuts
Where can I see the ingredients?
Do you have a list of allergens?
Does the food contain gluten?
- How do I crack a nut?
- Who is the counter staff manager?

Vacation days
Full-time employees have 28 vacation days a year. Requests are made in the staff portal at least two weeks ahead.
How many vacation days do I have?
How do I request vacation?
How early do I have to ask for vacation?
holiday entitlement
- How many days are in a leap year?
- Where should I spend my vacation?

Sick leave
If you are ill, tell your manager before 9:00. From the third day on a doctor's note is needed.
What do I do when I am sick?
When do I need a doctor's note?
Whom do I tell if I am ill?
sick note
- When do leaves fall?
- Is my dog sick?

Travel expenses
Hand in receipts for travel within 30 days through the expense form. Train tickets are paid back fully, taxis only with a reason.
How do I get travel expenses back?
Are taxis reimbursed?
Until when do I have to hand in receipts?
expense form
- Is time travel possible?
- What is the longest train in the world?

Connecting the printer
Connect the printer to the wireless network: hold the Wi-Fi button for three seconds, then choose your network in the app.
How do I connect my printer to wifi?
printer wireless setup
The printer does not find the network
How can I install the printer?
- Who invented the printing press?
- How do I connect with nature?

Bus line 12
Line 12 runs from Central Station to the airport every 20 minutes between 5:00 and 23:30. The ride takes 35 minutes.
How often does bus 12 run?
How do I get to the airport?
When is the last bus to the airport?
How long is the ride from Central Station?
- How do I become a bus driver?
- How high is the airport tower?

Lost property
Things left on trains are kept at the lost property office for 60 days. Describe the item in the online form and we tell you whether it was found.
I left my bag on the train
Where is the lost property office?
How long do you keep lost things?
lost and found
- How do I buy property abroad?
- Who trains the national team?

Vaccination appointments
Appointments for vaccinations are made by phone on weekdays from 8:00 to 12:00. Bring your insurance card and vaccination record.
How do I get an appointment for a vaccination?
What do I have to bring to the vaccination?
When can I call for an appointment?
flu shot appointment
- Who discovered the first vaccination?
- What does travel insurance cost?

Repeat prescriptions
Order repeat prescriptions through the patient app by 10:00 and collect them at the pharmacy the same day.
How do I order a repeat prescription?
When can I collect my prescription?
renew prescription
Where do I pick up my prescription?
- Can you repeat that?
- How do I become a pharmacist?
`;

export interface HelpArticle {
  title: string;
  body: string;
  questions: string[];
  unanswerable: string[];
}

export const helpCentre: readonly HelpArticle[] = articles
  .trim()
  .split(/\n\n+/)
  .map((block) => {
    const [title = '', body = '', ...lines] = block.split('\n');
    const questions = lines.filter((line) => !line.startsWith('- '));
    const unanswerable = lines.filter((line) => line.startsWith('- ')).map((line) => line.slice(2));
    return { title, body, questions, unanswerable };
  });
