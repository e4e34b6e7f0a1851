import { Injectable } from '@nestjs/common';
import { MessageSignals } from '#domain/replies';
import { ConversationQueries } from '../conversations.queries';

/** What a person who is called reads first. */
const SUMMARY_CHARACTERS = 500;

export interface LastWords {
  summary: string;
  /** ISO 639-1. */
  language: string;
}

/** What the end user said last, and in which language they are to be told what happens. */
@Injectable()
export class LastWordsReader {
  constructor(
    private readonly conversations: ConversationQueries,
    private readonly signals: MessageSignals,
  ) {}

  async of(conversationId: string): Promise<LastWords> {
    const message = (await this.conversations.lastUserMessage(conversationId)) ?? '';
    return { summary: summaryOf(message), language: this.languageOf(message) };
  }

  languageOf(message: string): string {
    return this.signals.inWords({ message, history: [], wants: { wish: false, frustration: false } }).language;
  }
}

export function summaryOf(message: string): string {
  const text = message.trim();
  return text.length <= SUMMARY_CHARACTERS ? text : `${text.slice(0, SUMMARY_CHARACTERS - 1).toWellFormed()}…`;
}
