export * from './mail.contract';
export * from './mail.errors';
export * from './mail.module';
export * from './recording-mailer';
