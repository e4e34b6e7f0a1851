import type { Mail, Mailer } from './mail.contract';

/** A mail as its reader sees it. */
export interface ReceivedMail {
  recipients: string[];
  subject: string;
  text: string;
}

export interface MailerUnderTest {
  mailer: Mailer;
  /** All mails that have arrived so far. */
  received(): ReceivedMail[];
}

const MAIL: Mail = { to: 'jane@example.com', subject: 'Good morning', text: 'One line.\n\nAnother, a longer one.' };

/** The behaviour that jobs rely on, the same for whatever sends mails: run it for each adapter. */
export function describeMailerContract(name: string, open: () => MailerUnderTest): void {
  describe(`${name} keeps the contract of a mailer`, () => {
    const arrived = async (mail: Mail) => {
      const { mailer, received } = open();
      const before = received().length;
      await mailer.send(mail);
      return received().slice(before);
    };

    it('has handed the mail over, once, when it resolves', async () => {
      const { to, subject, text } = MAIL;
      expect(await arrived(MAIL)).toEqual([{ recipients: [to], subject, text }]);
    });

    it('carries text in any script, and lines of any length', async () => {
      const text = `Guten Tag, Jürgen 👋\n${'x'.repeat(3_000)}\n.\n..`;
      expect(await arrived({ ...MAIL, subject: 'Grüße 你好', text })).toMatchObject([{ subject: 'Grüße 你好', text }]);
    });

    it('lets no text add recipients or headers', async () => {
      const subject = 'Hello\r\nBcc: eve@example.com\r\n\r\nbody';
      const [mail] = await arrived({ ...MAIL, subject });
      expect(mail!.recipients).toEqual([MAIL.to]);
      expect(mail!.text).toBe(MAIL.text);
    });

    it('reads one address as one recipient, even with a comma in it', async () => {
      const mails = await arrived({ ...MAIL, to: '"jane,eve@example.com"@example.com' });
      expect(mails.flatMap(({ recipients }) => recipients)).toHaveLength(1);
    });

    it('sends mails that are given at the same time', async () => {
      const { mailer, received } = open();
      const before = received().length;
      await Promise.all(Array.from({ length: 8 }, (_, n) => mailer.send({ ...MAIL, subject: `Mail ${n}` })));
      const subjects = received()
        .slice(before)
        .map(({ subject }) => subject);
      expect(subjects.toSorted()).toEqual(Array.from({ length: 8 }, (_, n) => `Mail ${n}`));
    });

    it('sends nothing once the signal is aborted, and says why', async () => {
      const { mailer, received } = open();
      const before = received().length;
      const reason = new Error('the worker stops');
      await expect(mailer.send(MAIL, AbortSignal.abort(reason))).rejects.toBe(reason);
      expect(received()).toHaveLength(before);
    });
  });
}
