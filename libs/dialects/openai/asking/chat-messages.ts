import type { LlmToolCall } from '#providers/llm';
import type { ChatMessage } from '../chat-completions.dto';
import { contentOf, refused } from './content-parts';
import { type Said, saidOf, type Utterance } from './said';

/** @throws `input.invalid` naming the message */
export function saidInMessages(messages: readonly ChatMessage[]): Said {
  const said = saidOf(messages.map(utteranceOf));
  if (said === undefined) throw refused('messages', "it must have at least one message of the role 'user'.");
  if (said.message.trim() === '' && said.images.length === 0)
    throw refused('messages', "the last message of the role 'user' must say something.");
  return said;
}

function utteranceOf(message: ChatMessage, at: number): Utterance {
  const param = `messages[${at}]`;
  const { text, images } = contentOf(message.content, `${param}.content`);
  switch (message.role) {
    case 'system':
    case 'developer':
      return { role: 'instructions', text };
    case 'user':
      return { role: 'user', text, images };
    case 'assistant': {
      const toolCalls = (message.tool_calls ?? []).map((call, index) => callOf(call, `${param}.tool_calls[${index}]`));
      return { role: 'assistant', text, ...(toolCalls.length === 0 ? {} : { toolCalls }) };
    }
    case 'tool': {
      const { tool_call_id: callId } = message;
      if (!callId) throw refused(`${param}.tool_call_id`, "it must be there in messages of the role 'tool'.");
      return { role: 'tool', callId, text };
    }
  }
}

function callOf({ id, function: called }: NonNullable<ChatMessage['tool_calls']>[number], param: string): LlmToolCall {
  if (!called) throw refused(`${param}.function`, 'it must be an object with name and arguments.');
  return { id, name: called.name, arguments: called.arguments };
}
