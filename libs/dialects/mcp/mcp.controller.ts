import { Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AnswersStream,
  CurrentActor,
  DialectController,
  Refuses,
  Summary,
  sendFetchResponse,
  toFetchRequest,
} from '#infra/http';
import type { Actor } from '#kernel';
import { RebindingGuard } from './access/rebinding.guard';
import { McpAnswer, McpRequest, McpStreamedMessage } from './mcp.dto';
import { JSON_RPC_ERRORS } from './mcp.errors';
import { McpEndpoint } from './protocol/mcp-endpoint.service';

const STREAM =
  'The same answer as a server-sent event `message`, after notifications of progress if they were asked for.';

const ERROR_CONTENT = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } };

@UseGuards(RebindingGuard)
@DialectController('mcp', { tag: 'MCP' })
export class McpController {
  constructor(private readonly endpoint: McpEndpoint) {}

  @Post()
  @Summary('Send an MCP message', 'JSON-RPC 2.0. `Accept` must name `application/json` and `text/event-stream`.')
  @HttpCode(200)
  @ApiBody({ type: McpRequest })
  @ApiResponse({ status: 200, type: McpAnswer, description: 'The answer to a request.' })
  @ApiResponse({ status: 202, description: 'A notification was taken.' })
  @ApiResponse({ status: 406, description: '`Accept` does not name both.', content: ERROR_CONTENT })
  @AnswersStream(STREAM, 'McpFrame', { message: McpStreamedMessage })
  @Refuses(400, 403, 404, 413)
  async send(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const answer = await this.endpoint.answer(
      { actor, requestId: request.id },
      toFetchRequest(request, reply),
      request.body,
    );
    await sendFetchResponse(reply, answer);
  }

  /** Streams of a session. There are none, which older revisions want to be told by this very status. */
  @Get()
  @ApiExcludeEndpoint()
  openStream(@Res() reply: FastifyReply): void {
    refuseMethod(reply);
  }

  /** As `openStream`. */
  @Delete()
  @ApiExcludeEndpoint()
  endSession(@Res() reply: FastifyReply): void {
    refuseMethod(reply);
  }
}

/** RFC 9110 §15.5.6: with what is allowed. */
function refuseMethod(reply: FastifyReply): void {
  const error = { code: JSON_RPC_ERRORS.server, message: 'Only POST is supported: no sessions are kept here.' };
  reply.status(405).header('allow', 'POST').send({ jsonrpc: '2.0', id: null, error });
}
