import { startSpan } from '#infra/tracing';
import type { LlmEvent, LlmModel, LlmRequest } from '#providers/llm';

/**
 * What the model says, as a span of the turn with OpenTelemetry's attributes for generative AI. Of texts nothing is
 * told: neither messages nor passages nor the answer.
 */
export async function* callModel(model: LlmModel, request: LlmRequest): AsyncGenerator<LlmEvent, void, undefined> {
  const span = startSpan(`chat ${model.name}`, attributesOf(model, request), { kind: 'client' });
  try {
    for await (const event of model.generate(request)) {
      if (event.type === 'usage') {
        const { inputTokens, outputTokens } = event.usage;
        span.set({ 'gen_ai.usage.input_tokens': inputTokens, 'gen_ai.usage.output_tokens': outputTokens });
      } else if (event.type === 'done') span.set({ 'parley.gen_ai.finish_reason': event.finishReason });
      yield event;
    }
  } catch (error) {
    span.fail(error);
    throw error;
  } finally {
    span.end();
  }
}

function attributesOf({ name, provider }: LlmModel, { temperature, topP, maxTokens }: LlmRequest) {
  return {
    'gen_ai.operation.name': 'chat',
    'gen_ai.provider.name': provider,
    'gen_ai.request.model': name,
    'gen_ai.request.temperature': temperature,
    'gen_ai.request.top_p': topP,
    'gen_ai.request.max_tokens': maxTokens,
  };
}
