import type { NewQuestion } from '#domain/questions';
import type { UploadedQuestion } from './questions.dto';

export function toNewQuestion({ file_name, file_contents, file_metadata }: UploadedQuestion): NewQuestion {
  const { questions, answer, llm_reply, related_prompts } = file_contents;
  return {
    name: file_name ?? null,
    phrasings: questions,
    answer,
    llmReply: llm_reply,
    relatedPrompts: (related_prompts ?? []).map(({ label, prompt }) => ({ label, prompt })),
    metadata: file_metadata ?? {},
  };
}
