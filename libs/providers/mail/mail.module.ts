import { Module } from '@nestjs/common';
import { Config } from '#infra/config';
import { LogMailer } from './adapters/log-mailer.adapter';
import { SmtpMailer } from './adapters/smtp-mailer.adapter';
import { Mailer } from './mail.contract';

/** The mail server of the settings; without one, the log. */
@Module({
  providers: [{ provide: Mailer, inject: [Config], useFactory: mailerOf }],
  exports: [Mailer],
})
export class MailModule {}

function mailerOf({ mail: { smtpUrl, from } }: Config): Mailer {
  return smtpUrl === undefined ? new LogMailer() : new SmtpMailer({ smtpUrl, from });
}
