import { z } from 'zod';
import { bool, number, url } from '../env-values';
import type { EnvVariable } from '../env-variable';

/** Logins, secrets that seal, mail. */
export const PEOPLE_VARIABLES = {
  JWT_SECRET: {
    schema: z.string().min(32, 'must have at least 32 characters').optional(),
    meaning:
      'Signs access tokens, 32 characters or more, the same for all processes. Without it one is made in DATA_DIR.',
    secret: true,
  },
  SECRETS_KEY: {
    schema: z
      .string()
      .refine(
        (text) => Buffer.from(text, 'base64').length === 32,
        'must be 32 bytes in base64, as openssl rand -base64 32',
      )
      .optional(),
    meaning:
      'Seals credentials of models and other secrets of teams: 32 bytes in base64, the same for all processes. Without it one is made in DATA_DIR.',
    secret: true,
  },
  ADMIN_EMAIL: {
    schema: z.email('must be an e-mail address').default('admin@example.com'),
    defaultText: 'admin@example.com',
    meaning: 'E-mail of the administrator made at first start.',
  },
  ADMIN_USERNAME: {
    schema: z.string().min(3, 'must have 3 to 64 characters').max(64, 'must have 3 to 64 characters').default('admin'),
    defaultText: 'admin',
    meaning: 'Name of the administrator made at first start.',
  },
  ADMIN_PASSWORD: {
    schema: z
      .string()
      .min(8, 'must have at least 8 characters')
      .max(256, 'must have at most 256 characters')
      .optional(),
    meaning: 'Password of the administrator made at first start; without it one is made and printed once.',
    secret: true,
  },
  SMTP_URL: {
    schema: url('smtp:', 'smtps:'),
    meaning: 'Mail server, as smtps://user:password@host. Without it mails are written to the log of the operator.',
    secret: true,
  },
  MAIL_FROM: {
    schema: z
      .string()
      .min(3, 'must not be empty')
      .max(320, 'must have at most 320 characters')
      .default('Parley <parley@localhost>'),
    defaultText: 'Parley <parley@localhost>',
    meaning: 'Sender of mails.',
  },
  EXPOSE_RESET_TOKEN: {
    schema: bool(false),
    defaultText: 'false',
    meaning:
      'Whether the answer to a password reset request carries the token. For tests only: anybody could take any account.',
  },
  AUDIT_LOG_DAYS: {
    schema: number(400, 1, 3_650),
    defaultText: '400',
    meaning: 'Days that entries of the audit log are kept.',
  },
} satisfies Record<string, EnvVariable>;
