import { describeMailerContract } from './mail.contract-suite';
import { RecordingMailer } from './recording-mailer';

describe('the recording mailer', () => {
  const mailer = new RecordingMailer();

  describeMailerContract('RecordingMailer', () => ({
    mailer,
    received: () => mailer.sent.map(({ to, subject, text }) => ({ recipients: [to], subject, text })),
  }));
});
