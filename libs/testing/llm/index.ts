export type { ChatMessage, ChatRequest, ChatTool } from './chat-request';
export * from './load-server';
export * from './open-ai-server';
export type * from './scripted-reply';
