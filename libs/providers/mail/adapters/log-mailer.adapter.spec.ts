import { Logger } from '@nestjs/common';
import { describeMailerContract } from '../mail.contract-suite';
import { LogMailer } from './log-mailer.adapter';

interface Line {
  to: string;
  subject: string;
  text: string;
}

describe('the log mailer', () => {
  const lines: Line[] = [];

  beforeAll(() => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation((line: Line) => void lines.push(line));
  });
  afterAll(() => jest.restoreAllMocks());

  describeMailerContract('LogMailer', () => ({
    mailer: new LogMailer(),
    received: () => lines.map(({ to, subject, text }) => ({ recipients: [to], subject, text })),
  }));
});
