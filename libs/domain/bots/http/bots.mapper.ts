import type { Bot } from '../bots.types';
import type { Chatbot } from './bots.dto';

export function toChatbot({ teamId: _, number: __, createdAt, updatedAt, ...bot }: Bot): Chatbot {
  return { ...bot, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
