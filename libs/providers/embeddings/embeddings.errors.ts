import { defineErrors } from '#kernel';

export const embeddingsErrors = defineErrors('embeddings', {
  base_url_missing: { kind: 'invalid_input', message: 'A model of this provider needs the address of its API.' },
  provider_unavailable: { kind: 'unavailable', message: 'The embedding provider cannot be reached. Please try again.' },
  provider_timed_out: { kind: 'unavailable', message: 'The embedding provider took too long. Please try again.' },
  provider_rate_limited: { kind: 'rate_limited', message: 'The embedding provider is busy. Please try again.' },
  provider_rejected: { kind: 'internal', message: 'The embedding provider refused the request.' },
  provider_refused_credentials: { kind: 'internal', message: 'The embedding provider refused the credentials.' },
  provider_lacks_model: { kind: 'internal', message: 'The embedding provider has no such model, or no such address.' },
  provider_answer_unreadable: {
    kind: 'unavailable',
    message: 'The embedding provider gave an answer that cannot be read.',
  },
  input_too_long: { kind: 'too_large', message: 'A text is longer than the embedding model can read.' },
});
