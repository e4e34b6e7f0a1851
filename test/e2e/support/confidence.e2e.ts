/**
 * The threshold means what it says, with the built-in models: questions that an article answers, in words of the customers',
 * are answered with it; what no article answers goes to a person.
 */
import { must, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { CONVERSATIONS, PASSWORD_ARTICLE, SupportClient } from './support-client';

const ARTICLES: ReadonlyArray<{ title: string; content: string; asked: readonly string[] }> = [
  {
    ...PASSWORD_ARTICLE,
    asked: [
      'I forgot my password, what can I do?',
      'Where can I reset my password?',
      'how to change a forgotten password',
    ],
  },
  {
    title: 'Refund Policy',
    content:
      'You can request a refund within 30 days of purchase. Open Orders, choose the order and click Request refund. The money is returned to your original payment method within 5 to 7 business days.',
    asked: ['How do I get a refund?', 'How long does a refund take?', 'Can I get my money back?'],
  },
  {
    title: 'Shipping Times',
    content:
      'Standard shipping takes 3 to 5 business days within the country. Express shipping takes 1 to 2 business days. International orders arrive within 7 to 14 business days.',
    asked: ['How long does shipping take?', 'When will my order arrive with express shipping?'],
  },
  {
    title: 'Cancel a Subscription',
    content:
      'To cancel your subscription, go to Settings, open Billing and click Cancel plan. Your plan stays active until the end of the billing period.',
    asked: [
      'How do I cancel my subscription?',
      'Where can I cancel my plan?',
      'What happens after I cancel my subscription?',
    ],
  },
  {
    title: 'Two-Factor Authentication',
    content:
      'Two-factor authentication adds a second step to your login. Turn it on under Settings, Security. Scan the QR code with an authenticator app and enter the six-digit code.',
    asked: ['How do I turn on two-factor authentication?', 'Which app do I need for two-factor authentication?'],
  },
  {
    title: 'Updating Billing Information',
    content:
      'To update your credit card, open Settings, Billing, Payment method and click Edit. Changes take effect with the next invoice.',
    asked: ['How do I change my credit card?', 'How can I update my payment method?'],
  },
  {
    title: 'Contact Hours',
    content:
      'Our support team is available Monday to Friday from 9 am to 6 pm Central European Time. On weekends we answer urgent tickets only.',
    asked: ['When is support available?', 'What are your support hours?', 'Can I reach support on weekends?'],
  },
  {
    title: 'Invite Team Members',
    content:
      'Administrators can invite team members under Settings, Members, Invite. Enter their email address and choose a role. The invitation expires after 7 days.',
    asked: ['How do I invite a team member?', 'How long is an invitation valid?', 'Who can invite team members?'],
  },
  {
    title: 'Exporting Your Data',
    content:
      'You can export your data as CSV or JSON. Open Settings, Data, Export and choose a format. We email you a download link when the export is ready.',
    asked: ['How do I export my data?', 'Which formats can I export?', 'How do I download my data?'],
  },
  {
    title: 'Delete Your Account',
    content:
      'To delete your account, go to Settings, Account and click Delete account. All of your data is erased after 14 days.',
    asked: ['How do I delete my account?', 'When is my data erased after I delete my account?'],
  },
  {
    title: 'Track an Order',
    content:
      'Every shipped order has a tracking number. You find it in the shipping confirmation email and under Orders. Click it to see where your parcel is.',
    asked: ['How do I track my order?', 'Where do I find my tracking number?', 'Where is my parcel?'],
  },
];

const UNANSWERED = [
  'What is the airspeed of an unladen swallow?',
  'Do you sell live penguins?',
  'How do I bake sourdough bread?',
  'Does your product integrate with SAP?',
  'Can I pay with bitcoin?',
  'What is your VAT number?',
  'My screen is flickering since yesterday',
  'Do you have an office in Tokyo?',
];

describe('a help centre of eleven articles', () => {
  let support: SupportClient;
  const idOfTitle = new Map<string, string>();

  beforeAll(async () => {
    support = new SupportClient((await registerTeam(new WireClient((await sharedInstallation()).baseUrl))).asKey);
    for (const { asked: _, ...article } of ARTICLES) {
      idOfTitle.set(article.title, (await support.write(article)).article_id);
    }
  });

  test.each(ARTICLES.flatMap(({ title, asked }) => asked.map((question) => [question, title] as const)))(
    'answers "%s" from %s and keeps it',
    async (message, title) => {
      const answer = await support.say({ message, user_id: 'user_1' });
      expect(answer.sources).toContain(idOfTitle.get(title));
      expect(answer.confidence).toBeGreaterThanOrEqual(0.75);
      expect(answer).toMatchObject({ escalated: false, status: 'active' });
    },
  );

  test.each(UNANSWERED)('hands "%s" on', async (message) => {
    const answer = await support.say({ message, user_id: 'user_1' });
    expect(answer.confidence).toBeLessThan(0.75);
    expect(answer).toMatchObject({ escalated: true, status: 'escalated' });
  });

  test('goes by what the bot says of hand-off, where it says something', async () => {
    const wire = support.wire;
    const [bot] = must(await wire.get('/api/v1/chatbots'), 200).body.data;
    const handOff = { isEnabled: false };
    must(await wire.put(`/api/v1/chatbots/${bot.id}`, { configuration: { handOff } }), 200);
    const ask = async () => must(await wire.post(CONVERSATIONS, { message: UNANSWERED[0], user_id: 'u' }), 200).body;
    expect(await ask()).toMatchObject({ escalated: false, status: 'active', response: expect.stringMatching(/\S/) });
  });
});
