/** Chats of the assistant dialect, told as JSON and as streams. */
import { must, readFrames } from '../../../libs/testing/parley';
import type { Activity } from '../activity';
import { Lanes } from '../lanes';
import { type SaidTurn, type StoredMessage, turnFaults } from '../said';
import { questionOf, type Scene } from '../scene';

const MAX_TURNS = 10;

interface Chat {
  /** Undefined until the first answer. */
  id: string | undefined;
  turns: number;
  said: SaidTurn[];
}

interface AcknowledgedAnswer {
  chatId: string;
  text: string;
}

export class AssistantChats implements Activity {
  readonly name = 'assistant';
  readonly everyMs = 600;
  private readonly chats = new Lanes<Chat>(() => ({ id: undefined, turns: 0, said: [] }), MAX_TURNS);
  private count = 0;

  constructor(private readonly scene: Scene) {}

  async act(): Promise<void> {
    await this.chats.take(async (chat) => {
      const number = this.count++;
      const turn: SaidTurn = { message: questionOf(number) };
      const isStream = number % 2 === 1;
      const path = chat.id === undefined ? '/api/chat' : `/api/chat/${chat.id}/messages`;
      chat.said.push(turn);
      const answer = await this.scene.journal.attempt(`assistant, ${isStream ? 'stream' : 'JSON'}`, () =>
        isStream ? this.stream(path, turn.message) : this.ask(path, turn.message),
      );
      chat.id ??= answer?.chatId;
      if (answer) turn.reply = answer.text;
      return answer !== undefined;
    });
  }

  async faults(): Promise<string[]> {
    const faults: string[] = [];
    for (const { id, said } of this.chats.all) {
      if (id !== undefined) faults.push(...turnFaults(`chat ${id}`, said, await this.history(id)));
    }
    return faults;
  }

  told(): string {
    const said = this.chats.all.flatMap((chat) => chat.said);
    return `${said.filter(({ reply }) => reply !== undefined).length} of ${said.length} turns acknowledged`;
  }

  private async ask(path: string, message: string): Promise<AcknowledgedAnswer> {
    const { body } = must(await this.scene.wire.post(path, { message }), 200);
    return { chatId: body.id, text: body.message };
  }

  private async stream(path: string, message: string): Promise<AcknowledgedAnswer> {
    const answer = await this.scene.wire.open('POST', path, { message, stream: true });
    if (answer.status !== 200) throw new Error(`Expected 200, got ${answer.status}`);
    let text = '';
    for await (const { data } of readFrames(answer)) {
      if (data.type === 'text') text += data.content;
      if (data.type === 'error') throw new Error(`an error within a stream: ${data.error?.code}`);
      if (data.type === 'done') return { chatId: data.chat_id, text };
    }
    throw new Error('a stream that broke off');
  }

  private async history(chatId: string): Promise<StoredMessage[]> {
    const { messages } = must(await this.scene.wire.get(`/api/chat/${chatId}/history`), 200).body;
    return messages.map(({ role, content }: { role: string; content: string }) => ({
      isUser: role === 'user',
      text: content,
    }));
  }
}
