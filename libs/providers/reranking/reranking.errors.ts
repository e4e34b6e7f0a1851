import { defineErrors } from '#kernel';

export const rerankingErrors = defineErrors('reranking', {
  provider_unavailable: { kind: 'unavailable', message: 'The rerank provider cannot be reached. Please try again.' },
  provider_timed_out: { kind: 'unavailable', message: 'The rerank provider took too long. Please try again.' },
  provider_rate_limited: { kind: 'rate_limited', message: 'The rerank provider is busy. Please try again.' },
  provider_rejected: { kind: 'internal', message: 'The rerank provider refused the request.' },
  provider_refused_credentials: { kind: 'internal', message: 'The rerank provider refused the credentials.' },
  provider_lacks_model: { kind: 'internal', message: 'The rerank provider has no such model, or no such address.' },
  provider_answer_unreadable: {
    kind: 'unavailable',
    message: 'The rerank provider gave an answer that cannot be read.',
  },
  input_too_long: { kind: 'too_large', message: 'A text is longer than the rerank model can read.' },
});
