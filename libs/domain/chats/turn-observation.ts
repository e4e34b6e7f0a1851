import { boundedLabel, defineCounter, defineHistogram } from '#infra/metrics';
import { type Span, withSpan } from '#infra/tracing';
import type { Answer } from './chats.types';
import type { LiveTurn } from './live-turn';

const turns = defineCounter({
  name: 'turns_total',
  help: 'Turns by how they ended: with an answer from the knowledge, with fixed words or a model alone, with a person, or failed.',
  labels: ['outcome'],
});
const duration = defineHistogram({
  name: 'turn_duration_seconds',
  help: 'From the stored message to the stored reply.',
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60, 120],
});
const tokens = defineCounter({
  name: 'llm_tokens_total',
  help: 'Tokens that models read (input) and wrote (output) in replies.',
  labels: ['direction', 'model'],
});
const ended = {
  grounded: turns.with('grounded'),
  ungrounded: turns.with('ungrounded'),
  human: turns.with('human'),
  failed: turns.with('failed'),
};
const took = duration.with();

/** Teams register models of their own. */
const MAX_MODELS = 50;
const modelLabel = boundedLabel(MAX_MODELS);

/** Runs what answers the turn, and ends with it, as a span of the trace of whoever asked; measures it. Never rejects. */
export function observeTurn(turn: LiveTurn, answer: () => Promise<void>): Promise<void> {
  const { botId, conversationId, messageId } = turn.start;
  const ids = { 'parley.bot.id': botId, 'gen_ai.conversation.id': conversationId, 'parley.message.id': messageId };
  return withSpan('turn', ids, async (span) => {
    const startedMs = performance.now();
    await answer();
    took.observe((performance.now() - startedMs) / 1_000);
    await turn.answered().then(
      (told) => count(told, span),
      (error: unknown) => {
        ended.failed.add();
        span.fail(error);
      },
    );
  });
}

function count({ isNotice, reply: { grounded, model, usage, confidence } }: Answer, span: Span): void {
  const answered = grounded ? 'grounded' : 'ungrounded';
  const outcome = isNotice ? 'human' : answered;
  ended[outcome].add();
  if (usage.inputTokens > 0) tokens.with('input', modelLabel(model)).add(usage.inputTokens);
  if (usage.outputTokens > 0) tokens.with('output', modelLabel(model)).add(usage.outputTokens);
  span.set({ 'parley.turn.outcome': outcome, 'parley.reply.confidence': confidence });
}
