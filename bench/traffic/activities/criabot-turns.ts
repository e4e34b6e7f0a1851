/** Chats of the criabot dialect. */
import { must } from '../../../libs/testing/parley';
import type { Activity } from '../activity';
import { Lanes } from '../lanes';
import { type SaidTurn, type StoredMessage, turnFaults } from '../said';
import { botOf, questionOf, type Scene } from '../scene';

/** A history tells no more than the bot reads. */
const MAX_TURNS = 4;

interface Chat {
  id: string;
  turns: number;
  said: SaidTurn[];
}

export class CriabotTurns implements Activity {
  readonly name = 'criabot';
  readonly everyMs = 600;
  private readonly chats: Lanes<Chat>;
  private count = 0;

  private constructor(
    private readonly scene: Scene,
    private readonly bot: string,
  ) {
    this.chats = new Lanes(() => ({ id: '', turns: 0, said: [] }), MAX_TURNS);
  }

  static async open(scene: Scene): Promise<CriabotTurns> {
    return new CriabotTurns(scene, (await botOf(scene)).slug);
  }

  async act(): Promise<void> {
    await this.chats.take(async (chat) => {
      if (chat.id === '' && !(await this.start(chat))) return false;
      const turn: SaidTurn = { message: questionOf(this.count++) };
      chat.said.push(turn);
      const body = { prompt: turn.message, bot_name: this.bot };
      const answer = await this.scene.journal.attempt('criabot, send', async () =>
        must(await this.scene.wire.post(`/bots/chats/${chat.id}/send`, body), 200),
      );
      if (answer) turn.reply = answer.body.reply.message;
      return answer !== undefined;
    });
  }

  async faults(): Promise<string[]> {
    const faults: string[] = [];
    for (const { id, said } of this.chats.all) {
      if (id !== '') faults.push(...turnFaults(`chat ${id}`, said, await this.history(id)));
    }
    return faults;
  }

  told(): string {
    const said = this.chats.all.flatMap((chat) => chat.said);
    return `${said.filter(({ reply }) => reply !== undefined).length} of ${said.length} turns acknowledged`;
  }

  private async start(chat: Chat): Promise<boolean> {
    const answer = await this.scene.journal.attempt('criabot, start', async () =>
      must(await this.scene.wire.post('/bots/chats/start'), 200),
    );
    chat.id = answer?.body.chat_id ?? '';
    return answer !== undefined;
  }

  private async history(chatId: string): Promise<StoredMessage[]> {
    const { history } = must(await this.scene.wire.get(`/bots/chats/${chatId}/history`), 200).body;
    return history.map(({ role, blocks }: { role: string; blocks: Array<{ text: string }> }) => ({
      isUser: role === 'user',
      text: blocks[0]?.text ?? '',
    }));
  }
}
