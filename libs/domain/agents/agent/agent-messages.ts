/** Messages as LangChain's graph carries them, and as our models are given them. */
import type { BaseMessage } from '@langchain/core/messages';
import type { LlmMessage, LlmToolCall } from '#providers/llm';
import type { SaidOutput } from '../steps/told-so-far';
import type { AgentLibrary } from './agent-library';

/** The graph carries parsed arguments; what the model really wrote, which may be no JSON, is kept here by the id of the call. */
export type WrittenCalls = Map<string, LlmToolCall>;

export function toGraphMessages(
  library: AgentLibrary,
  messages: readonly LlmMessage[],
  written: WrittenCalls,
): BaseMessage[] {
  return messages.map((message) => {
    if (message.role === 'user') return new library.HumanMessage(message.text);
    if (message.role === 'assistant')
      return saidMessage(library, { text: message.text, toolCalls: message.toolCalls ?? [] }, written);
    const { callId, text } = message;
    return toolAnswer(library, written.get(callId) ?? { id: callId, name: '' }, text);
  });
}

export function saidMessage(library: AgentLibrary, { text, toolCalls }: SaidOutput, written: WrittenCalls) {
  for (const call of toolCalls) written.set(call.id, call);
  const calls = toolCalls.map(({ id, name, arguments: args }) => ({ id, name, args: parsed(args) }));
  return new library.AIMessage({ content: text, tool_calls: calls });
}

export function toolAnswer(
  { ToolMessage }: AgentLibrary,
  { id, name }: Pick<LlmToolCall, 'id' | 'name'>,
  text: string,
) {
  return new ToolMessage({ content: text, tool_call_id: id, name });
}

/** The system message stands apart. */
export function fromGraphMessages(
  { AIMessage, ToolMessage, SystemMessage }: AgentLibrary,
  messages: readonly BaseMessage[],
  written: WrittenCalls,
): { system: string; messages: LlmMessage[] } {
  let system = '';
  const told: LlmMessage[] = [];
  for (const message of messages) {
    if (SystemMessage.isInstance(message)) system = message.text;
    else if (ToolMessage.isInstance(message))
      told.push({ role: 'tool', callId: message.tool_call_id, text: message.text });
    else if (AIMessage.isInstance(message))
      told.push({ role: 'assistant', text: message.text, ...callsOf(message, written) });
    else told.push({ role: 'user', text: message.text });
  }
  return { system, messages: told };
}

function callsOf({ tool_calls: calls = [] }: { tool_calls?: { id?: string }[] }, written: WrittenCalls) {
  const toolCalls = calls.flatMap(({ id = '' }) => written.get(id) ?? []);
  return toolCalls.length > 0 ? { toolCalls } : {};
}

/** Only for the graph to carry; tools are given what was written. */
function parsed(args: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(args);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
