/** LangChain's agent and what it stands on: about a second of loading, by the first execution that calls tools. */
export async function loadAgentLibrary() {
  const [agents, models, messages, tools, callbacks] = await Promise.all([
    import('langchain'),
    import('@langchain/core/language_models/chat_models'),
    import('@langchain/core/messages'),
    import('@langchain/core/tools'),
    import('@langchain/core/callbacks/base'),
  ]);
  return {
    createAgent: agents.createAgent,
    createMiddleware: agents.createMiddleware,
    BaseChatModel: models.BaseChatModel,
    tool: tools.tool,
    AIMessage: messages.AIMessage,
    HumanMessage: messages.HumanMessage,
    SystemMessage: messages.SystemMessage,
    ToolMessage: messages.ToolMessage,
    BaseCallbackHandler: callbacks.BaseCallbackHandler,
  };
}

export type AgentLibrary = Awaited<ReturnType<typeof loadAgentLibrary>>;
