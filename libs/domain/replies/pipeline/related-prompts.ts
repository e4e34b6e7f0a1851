/** What the user may ask next, made up by the model that spoke. Whatever goes wrong, there are none: nobody waits for them. */
import type { SpeakingModel } from '#domain/models';
import { AppError } from '#kernel';
import type { LlmPassage, LlmRequest, LlmUsage } from '#providers/llm';
import type { ReplyPrompt } from '../replies.types';
import { callModel } from './model-call';

export interface Suggestions {
  prompts: readonly ReplyPrompt[];
  usage: LlmUsage;
}

interface AnsweredTurn {
  message: string;
  text: string;
  passages: readonly LlmPassage[];
  signal?: AbortSignal | undefined;
}

const maxPrompts = 3;
const maxPromptChars = 200;
const maxTokens = 200;
/** The user has the answer already, and waits for nothing but the end of the turn. */
const timeoutMs = 8_000;

const INSTRUCTIONS = `You suggest what the user of a help desk may want to ask next. You get a question, its answer and the titles of what the knowledge base has about it.
Write ${maxPrompts} short questions in the language of the question that these sources are likely to answer, and that the answer has not answered yet.
Write nothing but a JSON array of strings, as ["...", "..."].`;

export async function suggestPrompts(speaker: SpeakingModel, turn: AnsweredTurn): Promise<Suggestions | undefined> {
  if (speaker.model.capabilities.groundedOnly) return undefined;
  let text = '';
  let usage: LlmUsage = { inputTokens: 0, outputTokens: 0 };
  try {
    for await (const event of callModel(speaker.model, requestOf(speaker, turn))) {
      if (event.type === 'delta') text += event.text;
      else if (event.type === 'usage') usage = event.usage;
    }
  } catch (error) {
    turn.signal?.throwIfAborted();
    if (!(error instanceof AppError) && !isTimeout(error)) throw error;
  }
  return { prompts: promptsIn(text), usage };
}

/** The JSON array in a model's text, or else its list items; without repeats. */
export function promptsIn(text: string): ReplyPrompt[] {
  const questions = (arrayIn(text) ?? listItemsIn(text))
    .map((question) => question.replace(/\s+/g, ' ').trim())
    .filter((question) => question !== '' && question.length <= maxPromptChars);
  return [...new Set(questions)].slice(0, maxPrompts).map((prompt) => ({ label: prompt, prompt, isGenerated: true }));
}

function requestOf({ model }: SpeakingModel, { message, text, passages, signal }: AnsweredTurn): LlmRequest {
  const titles = [...new Set(passages.map(({ title, section }) => (section ? `${title}: ${section}` : title)))];
  const sources = titles.map((title) => `- ${title}`).join('\n');
  const timeout = AbortSignal.timeout(timeoutMs);
  return {
    model: model.name,
    system: INSTRUCTIONS,
    messages: [{ role: 'user', text: `Question: ${message}\n\nAnswer: ${text}\n\nSources:\n${sources}` }],
    passages: [],
    hasKnowledge: false,
    questions: [],
    maxTokens,
    stream: false,
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  };
}

function arrayIn(text: string): string[] | undefined {
  const [array] = /\[[\s\S]*\]/.exec(text) ?? [];
  try {
    const parsed: unknown = array === undefined ? undefined : JSON.parse(array);
    return Array.isArray(parsed) ? parsed.filter((one) => typeof one === 'string') : undefined;
  } catch {
    return undefined;
  }
}

function listItemsIn(text: string): string[] {
  return [...text.matchAll(/^\s*(?:[-*•]|\d{1,2}[.)])\s+(.+)$/gm)].map(([, item = '']) => item);
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}
