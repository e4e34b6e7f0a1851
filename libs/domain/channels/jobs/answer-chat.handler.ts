import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { ChatAnswering } from '../inbound/chat-answering.service';
import { answerChat } from './answer-chat.job';

@HandlesJob(answerChat)
export class AnswerChatHandler implements JobHandler<{ channelId: string; chatId: string }> {
  constructor(private readonly answering: ChatAnswering) {}

  async run({ channelId, chatId }: { channelId: string; chatId: string }, { signal }: JobRun): Promise<void> {
    await this.answering.answer(channelId, chatId, signal);
  }
}
