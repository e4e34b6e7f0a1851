import { z } from 'zod';
import { apiUrl, bool, number, url, waits } from '../env-values';
import type { EnvVariable } from '../env-variable';

/** What is called outside: models, receivers of webhooks, sites, messengers. */
export const OUTSIDE_VARIABLES = {
  DEFAULT_LLM_BASE_URL: {
    schema: url('http:', 'https:'),
    meaning: 'OpenAI-compatible API of the default model. Without it, and with DEFAULT_LLM_MODEL, that of OpenAI.',
  },
  DEFAULT_LLM_API_KEY: {
    schema: z.string().optional(),
    meaning: 'Key for DEFAULT_LLM_BASE_URL.',
    secret: true,
  },
  DEFAULT_LLM_MODEL: {
    schema: z.string().max(200, 'must have at most 200 characters').optional(),
    meaning: 'Model that answers unless a bot names another. Without it the built-in extractive model does.',
  },
  DEFAULT_EMBEDDING_MODEL: {
    schema: z.string().max(200, 'must have at most 200 characters').optional(),
    meaning:
      'Embedding model of DEFAULT_LLM_BASE_URL for bases that name none. Without it they are searched by words alone.',
  },
  DEFAULT_LLM_TIMEOUT_MS: {
    schema: number(60_000, 100, 600_000),
    defaultText: '60000',
    meaning: 'Milliseconds that the default model may take to begin its answer, and then between two pieces of it.',
  },
  ALLOW_PRIVATE_ADDRESSES: {
    schema: bool(false),
    defaultText: 'false',
    meaning:
      'Whether addresses that teams give (models, webhooks, pages) may be loopback, private or link-local ones. For development and tests on one machine.',
  },
  WEBHOOK_TIMEOUT_MS: {
    schema: number(10_000, 100, 60_000),
    defaultText: '10000',
    meaning: 'Milliseconds that a receiver of webhooks has for its answer.',
  },
  WEBHOOK_RETRY_SCHEDULE: {
    schema: waits('0s,5s,5m,30m,2h,5h,10h,14h,20h,24h'),
    defaultText: '0s,5s,5m,30m,2h,5h,10h,14h,20h,24h',
    meaning:
      'Waits before the first and each further attempt to deliver a webhook event, separated by commas: numbers with s, m, h or d. After the last it has failed.',
  },
  WEBHOOK_DISABLE_AFTER_DAYS: {
    schema: number(5, 0.01, 365, false),
    defaultText: '5',
    meaning: 'Days of failures without a success after which a webhook is switched off and its team is told by mail.',
  },
  WEBHOOK_LOG_DAYS: {
    schema: number(30, 1, 3_650),
    defaultText: '30',
    meaning: 'Days that the log of webhook deliveries is kept, and with it what can be replayed.',
  },
  WEB_SOURCES_DELAY_MS: {
    schema: number(500, 0, 60_000),
    defaultText: '500',
    meaning:
      'Least wait in milliseconds between two requests of web sources to the same host; a site may ask for more in its robots.txt.',
  },
  CHANNELS_LIVE: {
    schema: bool(false),
    defaultText: 'false',
    meaning:
      'Whether messengers are really called. Without it channels take messages and answer none: nothing is sent, registered or tried out.',
  },
  TELEGRAM_API_URL: {
    schema: apiUrl('https://api.telegram.org'),
    defaultText: 'https://api.telegram.org',
    meaning: 'Where the Bot API of Telegram is, for channels that name no address of their own.',
  },
  SLACK_API_URL: {
    schema: apiUrl('https://slack.com/api'),
    defaultText: 'https://slack.com/api',
    meaning: 'Where the Web API of Slack is, for channels that name no address of their own.',
  },
  DISCORD_API_URL: {
    schema: apiUrl('https://discord.com/api'),
    defaultText: 'https://discord.com/api',
    meaning: 'Where the HTTP API of Discord is, without its version, for channels that name no address of their own.',
  },
  WHATSAPP_API_URL: {
    schema: apiUrl('https://graph.facebook.com'),
    defaultText: 'https://graph.facebook.com',
    meaning: 'Where the Graph API of WhatsApp is, without its version, for channels that name no address of their own.',
  },
} satisfies Record<string, EnvVariable>;
