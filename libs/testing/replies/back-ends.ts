import type { AnsweringBackEnd, BackEndAnswer, BackEndMessages, ModelBackEnd } from '#domain/integrations';

export interface ScriptedBackEnd extends AnsweringBackEnd {
  /** What it was asked. */
  readonly asked: BackEndMessages[];
}

/** A back-end that answers as it is told: with a text or more, or with a failure. */
export function backEnd(
  name: string,
  answer: string | BackEndAnswer | Error,
  { kind = 'webhook', wasCalled = true }: { kind?: 'echo' | 'webhook'; wasCalled?: boolean } = {},
): ScriptedBackEnd {
  const asked: BackEndMessages[] = [];
  return {
    ...{ id: `id of ${name}`, name, kind, asked },
    answer: async (messages, signal) => {
      signal?.throwIfAborted();
      asked.push(messages);
      if (answer instanceof Error)
        return { ok: false, error: answer.message, statusCode: 500, latencyMs: 7, wasCalled };
      return { ok: true, answer: typeof answer === 'string' ? { text: answer } : answer, latencyMs: 5 };
    },
  };
}

export interface ScriptedModelBackEnd extends ModelBackEnd {
  /** The errors of its calls; undefined of those that went well. */
  readonly noted: (string | undefined)[];
}

export function modelBackEnd(name: string, modelId: number | null, timeoutMs = 30_000): ScriptedModelBackEnd {
  const noted: (string | undefined)[] = [];
  const note = ({ error }: { error?: string }) => void noted.push(error);
  return { id: `id of ${name}`, name, kind: 'model', modelId, timeoutMs, noted, note };
}
