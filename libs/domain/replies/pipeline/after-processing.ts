/** How a draft is told when plugins change replies: whole, after all of them, in one delta. Else as it comes. */
import type { ReplyEvent } from '../replies.types';
import { maskedPrompts } from './masking';
import type { Surroundings } from './surroundings.service';
import type { Draft, Drafting } from './telling';

export async function* afterProcessing(surroundings: Surroundings, drafting: Drafting): Drafting {
  const { plugins, pluginTurn, runs, request } = surroundings;
  if (!plugins.postProcesses) return yield* drafting;
  const made = yield* heldBack(drafting);
  if (made.toolCalls && made.text === '') return made;
  const processed = await plugins.postProcess(
    pluginTurn,
    { message: request.message, text: made.text },
    request.signal,
  );
  request.signal?.throwIfAborted();
  runs.push(...processed.runs);
  // A reply that says nothing is none; a redactor has the last word.
  const text = plugins.mask(processed.text.trim() === '' ? made.text : processed.text);
  yield { type: 'sources', sources: made.sources };
  yield { type: 'delta', text };
  return {
    ...made,
    text,
    ...(made.isVerified && text !== made.text ? { isVerified: false } : {}),
    ...(made.relatedPrompts ? { relatedPrompts: maskedPrompts(made.relatedPrompts, plugins) } : {}),
  };
}

/** Only tools are told of. */
async function* heldBack(drafting: Drafting): AsyncGenerator<ReplyEvent, Draft, undefined> {
  for (;;) {
    const next = await drafting.next();
    if (next.done) return next.value;
    if (next.value.type === 'tool') yield next.value;
  }
}
