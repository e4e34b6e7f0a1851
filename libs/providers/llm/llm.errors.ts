import { defineErrors } from '#kernel';

export const llmErrors = defineErrors('llm', {
  name_taken: { kind: 'conflict', message: 'A model of this name is registered already.' },
  none_registered: { kind: 'unavailable', message: 'No language model is registered.' },
  base_url_missing: { kind: 'invalid_input', message: 'A model of this provider needs the address of its API.' },
  provider_unavailable: { kind: 'unavailable', message: 'The model provider cannot be reached. Please try again.' },
  provider_timed_out: { kind: 'unavailable', message: 'The model provider took too long. Please try again.' },
  provider_rate_limited: { kind: 'rate_limited', message: 'The model provider is busy. Please try again.' },
  provider_rejected: { kind: 'internal', message: 'The model provider refused the request.' },
  provider_refused_credentials: { kind: 'internal', message: 'The model provider refused the credentials.' },
  provider_lacks_model: { kind: 'internal', message: 'The model provider has no such model, or no such address.' },
  context_too_long: { kind: 'too_large', message: 'The conversation is longer than the model can read.' },
});
