import type { BaseMessage } from '@langchain/core/messages';
import type { PromptMessage } from '../../grounded-messages';
import { argumentsObjectOf } from '../../tool-call-pieces';
import { contentParts } from '../openai-compatible/chat-request';

/** LangChain is loaded by the first call that needs it. */
export async function langChainMessages(prompt: readonly PromptMessage[]): Promise<BaseMessage[]> {
  const { AIMessage, HumanMessage, SystemMessage, ToolMessage } = await import('@langchain/core/messages');
  const names = new Map<string, string>();
  return prompt.map((message) => {
    const { role, content } = message;
    if (role === 'tool') {
      const { callId } = message;
      return new ToolMessage({ content, tool_call_id: callId, name: names.get(callId) ?? callId });
    }
    if (role === 'system') return new SystemMessage(content);
    // LangChain puts these parts into each vendor's form.
    if (role === 'user') return new HumanMessage(message.images ? { content: contentParts(message) } : content);
    const { toolCalls = [] } = message;
    for (const { id, name } of toolCalls) names.set(id, name);
    const calls = toolCalls.map((call) => ({ id: call.id, name: call.name, args: argumentsObjectOf(call) }));
    return new AIMessage({ content, tool_calls: calls });
  });
}
