/** Conversations of the support API: of programs with a key, and of visitors of a page with the widget. */
import { must, WireClient } from '../../../libs/testing/parley';
import type { Activity } from '../activity';
import { Lanes } from '../lanes';
import { type SaidTurn, type StoredMessage, turnFaults } from '../said';
import { questionOf, type Scene } from '../scene';

const MAX_TURNS = 6;
const ORIGIN = 'https://shop.example';
const PATH = '/api/v1/conversations';

interface Conversation {
  /** Undefined until the first answer. */
  id: string | undefined;
  /** Of a visitor: with the token of the conversation, once there is one. */
  by: WireClient;
  turns: number;
  said: SaidTurn[];
}

export class SupportConversations implements Activity {
  readonly name: string;
  readonly everyMs = 900;
  private readonly conversations: Lanes<Conversation>;
  private count = 0;

  private constructor(
    private readonly scene: Scene,
    private readonly who: 'widget' | 'support',
    private readonly opener: WireClient,
  ) {
    this.name = who;
    this.conversations = new Lanes(() => ({ id: undefined, by: opener, turns: 0, said: [] }), MAX_TURNS);
  }

  static ofPrograms(scene: Scene): SupportConversations {
    return new SupportConversations(scene, 'support', scene.wire);
  }

  static async ofVisitors(scene: Scene): Promise<SupportConversations> {
    const { team, botId } = scene;
    const order = { type: 'public', chatbotId: botId, allowedOrigins: [ORIGIN] };
    const { apiKey } = must(await team.asUser.post('/api/v1/auth/api-key', order), 201).body.data;
    const anybody = new WireClient(scene.wire.baseUrl, { origin: ORIGIN });
    return new SupportConversations(scene, 'widget', anybody.withToken(apiKey));
  }

  async act(): Promise<void> {
    await this.conversations.take(async (conversation) => {
      const turn: SaidTurn = { message: questionOf(this.count++) };
      conversation.said.push(turn);
      const known = conversation.id === undefined ? {} : { conversation_id: conversation.id };
      const body = { message: turn.message, user_id: 'somebody', ...known };
      const answer = await this.scene.journal.attempt(this.who, async () =>
        must(await conversation.by.post(PATH, body), 200),
      );
      if (!answer) return false;
      const { conversation_id: id, conversation_token: token, response } = answer.body;
      conversation.id ??= id;
      if (token !== undefined) conversation.by = this.opener.withToken(token);
      turn.reply = response;
      return true;
    });
  }

  async faults(): Promise<string[]> {
    const faults: string[] = [];
    for (const { id, said } of this.conversations.all) {
      if (id !== undefined) faults.push(...turnFaults(`conversation ${id}`, said, await this.messages(id)));
    }
    return faults;
  }

  told(): string {
    const said = this.conversations.all.flatMap((conversation) => conversation.said);
    return `${said.filter(({ reply }) => reply !== undefined).length} of ${said.length} turns acknowledged`;
  }

  private async messages(id: string): Promise<StoredMessage[]> {
    const { messages } = must(await this.scene.wire.get(`${PATH}/${id}`), 200).body;
    return messages.map(({ sender, content }: { sender: string; content: string }) => ({
      isUser: sender === 'user',
      text: content,
    }));
  }
}
