/**
 * A bot as one file: a gzipped tar. docs/bot-files.md is the description for those who write or read one elsewhere.
 *
 *   bot.json                            what it is, and everything that is small
 *   bases/<base>/items/<n>.jsonl        items of a base, a page a file
 *   bases/<base>/questions/<n>.jsonl
 *   uploads/<n>.json, uploads/<n>       what was uploaded: what is known of it, then its bytes as they were sent
 *   datasets/<dataset>/<n>.jsonl        examples
 *   end.json                            how much of everything there must be; a file without it is cut off
 *
 * Bases and datasets go by their places in bot.json. Ids do not travel, secrets neither.
 */
import { z } from 'zod';

export const FORMAT = 'parley-bot';
export const FORMAT_VERSION = 1;
export const MEDIA_TYPE = 'application/gzip';
export const ENTRIES = { bot: 'bot.json', end: 'end.json' } as const;

const record = z.record(z.string(), z.unknown());
const text = z.string().max(1_000_000);
const place = z.number().int().min(0);

export const BOT_FILE = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.number().int(),
  exportedAt: z.string(),
  bot: z.object({
    name: text,
    description: text.nullable(),
    engine: text,
    configuration: record,
    status: z.enum(['active', 'disabled']),
  }),
  personalities: z
    .array(
      z.object({
        name: text,
        description: text.nullable(),
        traits: record,
        tone: text.nullable(),
        languageStyle: text.nullable(),
        isDefault: z.boolean(),
      }),
    )
    .max(10_000),
  bases: z
    .array(
      z.object({
        name: text,
        description: text.nullable(),
        isActive: z.boolean(),
        settings: record,
        /** What is uploaded without naming a base goes there. */
        isOwn: z.boolean(),
      }),
    )
    .max(10_000),
  datasets: z
    .array(z.object({ name: text, description: text.nullable(), domain: text, isActive: z.boolean() }))
    .max(10_000),
  /** Of the training whose model is in use: places of its datasets. Null: there is none. */
  training: z.object({ dataset: place, also: z.array(place), config: record }).nullable(),
  plugins: z
    .array(
      z.object({
        /** Null: one that every installation has. */
        manifest: record.nullable(),
        name: text,
        version: text,
        isEnabled: z.boolean(),
        config: record,
      }),
    )
    .max(1_000),
  integrations: z
    .array(
      z.object({
        name: text,
        webhookUrl: text,
        headers: z.record(z.string(), z.string()),
        timeoutMs: z.number(),
        weight: z.number(),
        isFallback: z.boolean(),
        isEnabled: z.boolean(),
      }),
    )
    .max(1_000),
  /** What is to be filled in by hand after an import, a sentence each. */
  notes: z.array(text).max(10_000),
});
export type BotFile = z.infer<typeof BOT_FILE>;

export const ITEM = z.object({
  title: text,
  content: text,
  tags: z.array(text),
  metadata: record,
  sourceType: text.optional(),
  language: text.nullable(),
});
export const QUESTION = z.object({
  name: text,
  phrasings: z.array(text),
  answer: text,
  llmReply: z.boolean(),
  relatedPrompts: z.array(z.object({ label: text, prompt: text })),
  tags: z.array(text),
  metadata: record,
});
export const EXAMPLE = z.object({ input: text, output: text, intent: text, metadata: record.nullable() });
export const UPLOAD = z.object({
  base: place,
  name: text,
  mediaType: text,
  title: text,
  tags: z.array(text),
  metadata: record,
  language: text.nullable(),
});
export type UploadDetails = z.infer<typeof UPLOAD>;

export const END = z.object({ items: place, questions: place, uploads: place, examples: place });
export type BotFileCounts = z.infer<typeof END>;
