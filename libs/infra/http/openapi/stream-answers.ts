/**
 * Event streams. OpenAPI 3.1 has no word for the items of a stream, so the schema of `text/event-stream` is that of one frame:
 * its `id`, its `event` and its `data`, which is JSON on the wire.
 */
import { ERROR_SCHEMA } from './error-answers';
import { capitalised } from './operation-id';
import type { Schema } from './schemas-in';

const SCHEMAS = '#/components/schemas/';

/** What `data` is: the name of a schema, and whether it is a list of them. */
export interface FrameData {
  model: string;
  isList: boolean;
}

/** What `AnswersStream` notes. */
export interface StreamNote {
  description: string;
  /** Name of a frame's schema; absent while the frames are only described. */
  name?: string;
  /** By the name of the event; those of nameless ones stand under numbers. */
  frames?: Readonly<Record<string, FrameData>>;
}

export function frameSchema({ description, name, frames = {} }: StreamNote): Schema {
  if (name === undefined) return { type: 'string', description };
  const entries = Object.entries(frames);
  const isNameless = entries.every(([event]) => /^\d+$/.test(event));
  return isNameless ? namelessFrame(name, description, entries) : namedFrames(name, description, entries);
}

type Entries = ReadonlyArray<[string, FrameData]>;

function namedFrames(name: string, description: string, entries: Entries): Schema {
  const told: Entries = [...entries, ['error', { model: ERROR_SCHEMA, isList: false }]];
  const titleOf = (event: string) => frameTitle(name.replace(/Frame$/, ''), event);
  return {
    title: name,
    description,
    oneOf: told.map(([event, data]) => ({
      title: titleOf(event),
      type: 'object',
      required: ['event', 'data'],
      properties: {
        id: { type: 'string', description: 'To read on behind it, as `Last-Event-ID`.' },
        event: { type: 'string', const: event, description: 'What it tells.' },
        data: dataSchema(data),
      },
    })),
    discriminator: {
      propertyName: 'event',
      mapping: Object.fromEntries(told.map(([event]) => [event, SCHEMAS + titleOf(event)])),
    },
  };
}

/** `ReplyDeltaFrame` for `delta` of a reply; `ResponseCreatedFrame`, and not more, for `response.created` of a response. */
function frameTitle(subject: string, event: string): string {
  const words = event
    .split(/[^A-Za-z0-9]+/)
    .map(capitalised)
    .join('');
  return `${words.startsWith(subject) ? '' : subject}${words}Frame`;
}

function namelessFrame(name: string, description: string, entries: Entries): Schema {
  const choices = entries.map(([, one]) => dataSchema(one));
  const [only, ...others] = choices;
  const data = only && others.length === 0 ? only : { title: `${name}Data`, oneOf: choices };
  return { title: name, description, type: 'object', required: ['data'], properties: { data } };
}

function dataSchema({ model, isList }: FrameData): Schema {
  const reference = { $ref: SCHEMAS + model };
  return isList ? { type: 'array', items: reference, description: 'What it tells.' } : reference;
}
