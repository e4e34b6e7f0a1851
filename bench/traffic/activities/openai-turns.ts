/** Chat completions, told as JSON and as streams, and responses, as OpenAI's clients ask for them. */
import { must, readFrames } from '../../../libs/testing/parley';
import type { Activity } from '../activity';
import { type SaidTurn, type StoredMessage, turnFaults } from '../said';
import { botOf, questionOf, type Scene } from '../scene';

interface AcknowledgedCompletion {
  conversationId: string;
  turn: SaidTurn;
}

interface AcknowledgedResponse {
  id: string;
  text: string;
}

export class OpenAiTurns implements Activity {
  readonly name = 'OpenAI';
  readonly everyMs = 500;
  private readonly completions: AcknowledgedCompletion[] = [];
  private readonly responses: AcknowledgedResponse[] = [];
  private count = 0;

  private constructor(
    private readonly scene: Scene,
    private readonly model: string,
  ) {}

  static async open(scene: Scene): Promise<OpenAiTurns> {
    return new OpenAiTurns(scene, (await botOf(scene)).slug);
  }

  async act(): Promise<void> {
    const number = this.count++;
    const message = questionOf(number);
    const { journal } = this.scene;
    if (number % 3 === 0) {
      const response = await journal.attempt('OpenAI, response', () => this.respond(message));
      if (response) this.responses.push(response);
    } else {
      const completion =
        number % 3 === 1
          ? await journal.attempt('OpenAI, completion', () => this.complete(message))
          : await journal.attempt('OpenAI, stream', () => this.stream(message));
      if (completion) this.completions.push(completion);
    }
  }

  async faults(): Promise<string[]> {
    const faults: string[] = [];
    for (const { conversationId, turn } of this.completions)
      faults.push(...turnFaults(`conversation ${conversationId}`, [turn], await this.messages(conversationId)));
    for (const { id, text } of this.responses) {
      const answer = await this.scene.wire.get(`/openai/v1/responses/${id}`);
      if (answer.status !== 200) faults.push(`response ${id} is answered with ${answer.status}`);
      else if (textOf(answer.body) !== text) faults.push(`response ${id} has another text`);
    }
    return faults;
  }

  told(): string {
    const { completions, responses, count } = this;
    return `${completions.length} completions and ${responses.length} responses of ${count} acknowledged`;
  }

  private async respond(input: string): Promise<AcknowledgedResponse> {
    const { body } = must(await this.scene.wire.post('/openai/v1/responses', { model: this.model, input }), 200);
    return { id: body.id, text: textOf(body) };
  }

  private async complete(message: string): Promise<AcknowledgedCompletion> {
    const messages = [{ role: 'user', content: message }];
    const answer = await this.scene.wire.post('/openai/v1/chat/completions', { model: this.model, messages });
    const { choices, parley } = must(answer, 200).body;
    return { conversationId: parley.conversation_id, turn: { message, reply: choices[0].message.content } };
  }

  private async stream(message: string): Promise<AcknowledgedCompletion> {
    const messages = [{ role: 'user', content: message }];
    const body = { model: this.model, messages, stream: true };
    const answer = await this.scene.wire.open('POST', '/openai/v1/chat/completions', body);
    if (answer.status !== 200) throw new Error(`Expected 200, got ${answer.status}`);
    let reply = '';
    let conversationId: string | undefined;
    for await (const { data } of readFrames(answer)) {
      if (data === '[DONE]' && conversationId) return { conversationId, turn: { message, reply } };
      reply += data.choices?.[0]?.delta?.content ?? '';
      conversationId = data.parley?.conversation_id ?? conversationId;
    }
    throw new Error('a stream that broke off');
  }

  private async messages(conversationId: string): Promise<StoredMessage[]> {
    const path = `/v1/conversations/conv_${conversationId.replaceAll('-', '')}/messages`;
    const answer = await this.scene.wire.get(path);
    if (answer.status === 404) return [];
    return must(answer, 200).body.data.map(({ role, content }: { role: string; content: string }) => ({
      isUser: role === 'user',
      text: content,
    }));
  }
}

function textOf({ output }: { output: Array<{ content?: Array<{ text: string }> }> }): string {
  return output.flatMap(({ content = [] }) => content.map(({ text }) => text)).join('');
}
