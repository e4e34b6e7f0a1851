import { Get, Post, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ChannelInbox } from '#domain/channels';
import {
  DialectController,
  IdParam,
  Public,
  RawRequest,
  type RawRequestParts,
  Refuses,
  Summary,
  TakesRawBody,
} from '#infra/http';
import { Clock } from '#kernel';

const RECEIVE = `Called by the platform, with its own body and proof: telegram \`X-Telegram-Bot-Api-Secret-Token\`, slack
\`X-Slack-Signature\`, discord \`X-Signature-Ed25519\`, whatsapp \`X-Hub-Signature-256\`. Of the type webhook: \`X-Webhook-Signature\`, as
\`sha256=\` and the HMAC of the body under \`webhook_secret\`, and the body \`{"user": {"id", "name", "username"}, "chat_id", "text"}\`; the
answer is \`{"data": {"conversation_id", "reply"}}\`. Others are answered at once, and the message later, in its chat.`;

const EXAMPLE = {
  update_id: 1,
  message: {
    message_id: 7,
    from: { id: 42, first_name: 'John', username: 'johndoe' },
    chat: { id: 4242, type: 'private' },
    date: 1_700_000_000,
    text: 'Hello',
  },
};

/** Of channels of type `webhook`; each platform has a format of its own. */
const HEARD = {
  schema: {},
  example: { data: { conversation_id: 'conv_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b', reply: 'Hello!' } },
};
const CHALLENGE = { schema: { type: 'string' as const }, example: '1158201444' };

/** No credential: what proves itself to the channel is heard. */
@DialectController('v1/channels/:id/webhook', { tag: 'Channels' })
@Public()
export class ChannelInboundController {
  constructor(
    private readonly inbox: ChannelInbox,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Summary('Receive a channel event', RECEIVE)
  @TakesRawBody()
  @ApiBody({ description: 'Whatever the platform sends.', schema: { type: 'object', example: EXAMPLE } })
  @ApiOkResponse({ description: 'What the platform wants to hear.', content: { 'application/json': HEARD } })
  @Refuses(401, 404, 413, 422, 503)
  receive(@IdParam('id', 'channel') id: string, @RawRequest() request: RawRequestParts, @Res() reply: FastifyReply) {
    return this.tell(id, request, reply);
  }

  @Get()
  @Summary('Verify the address of a channel', 'Called by whatsapp when it is told the address.')
  @ApiOkResponse({ description: 'The challenge.', content: { 'text/plain': CHALLENGE } })
  @Refuses(401, 404, 422)
  verify(@IdParam('id', 'channel') id: string, @RawRequest() request: RawRequestParts, @Res() reply: FastifyReply) {
    return this.tell(id, request, reply);
  }

  private async tell(id: string, request: RawRequestParts, reply: FastifyReply): Promise<void> {
    const { status, body, contentType } = await this.inbox.receive(id, { ...request, receivedAt: this.clock.now() });
    if (contentType !== undefined) reply.type(contentType);
    await reply.code(status).send(body);
  }
}
