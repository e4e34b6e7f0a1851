import { Injectable } from '@nestjs/common';
import { Completions, type StoredCompletion } from '#domain/chats';
import { type Actor, AppError } from '#kernel';
import { openai } from '../openai.dialect';
import { openAiErrors } from '../openai.errors';
import type { Item } from './input-items';
import type { ModelResponse } from './model-response.dto';

/** What is stored of a response. */
export interface StoredResponse {
  input: readonly Item[];
  response: ModelResponse;
}

export interface Thread {
  /** The response that is gone on with. */
  previous?: StoredCompletion;
  /** Of all responses until then, oldest first. */
  items: readonly Item[];
}

/** Stored responses: found again, gone on with, deleted. */
@Injectable()
export class ResponseThreads {
  constructor(private readonly completions: Completions) {}

  /** @throws `openai.previous_response_not_found` */
  async upTo(actor: Actor, id: string | null | undefined): Promise<Thread> {
    if (id == null) return { items: [] };
    const chain = await this.completions.thread(actor, keyOf(id)).catch((error: unknown) => {
      throw isMissing(error) ? previousNotFound(id) : error;
    });
    const items = chain.flatMap(({ content }) => {
      const { input, response } = content as unknown as StoredResponse;
      return [...input, ...(response.output as unknown as Item[])];
    });
    return { previous: chain.at(-1) as StoredCompletion, items };
  }

  /** @throws `chats.completion_not_found` */
  async find(actor: Actor, id: string): Promise<StoredResponse> {
    const { content, conversationId } = await this.completions.find(actor, keyOf(id));
    const { input, response } = content as unknown as StoredResponse;
    return { input, response: withConversation(response, conversationId) };
  }

  delete(actor: Actor, id: string): Promise<void> {
    return this.completions.delete(actor, keyOf(id));
  }
}

/** Where the turn is stored is known only after the response was written down. */
function withConversation(response: ModelResponse, conversationId: string | null): ModelResponse {
  const { parley } = response;
  return parley ? { ...response, parley: { ...parley, conversation_id: conversationId } } : response;
}

/** What is no id of ours is not found, as any other. */
function keyOf(id: string): string {
  return openai.ids.decode('response', id) ?? '';
}

function isMissing(error: unknown): boolean {
  return error instanceof AppError && error.code === 'chats.completion_not_found';
}

function previousNotFound(id: string): AppError {
  const message = `Previous response with id '${id.slice(0, 100)}' not found.`;
  return openAiErrors.previous_response_not_found({ message, fields: [{ field: 'previous_response_id', message }] });
}
