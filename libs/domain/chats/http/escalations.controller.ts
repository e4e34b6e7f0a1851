import { Body, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  Answers,
  AnswersPage,
  AnswersStream,
  CurrentActor,
  IdParam,
  MainController,
  NeedsScope,
  Refuses,
  Summary,
  sendEventStream,
  success,
  successPage,
} from '#infra/http';
import { type Actor, Clock, mapPage } from '#kernel';
import { Conversations } from '../conversations.service';
import { Escalations } from '../handoff/escalations.service';
import { EscalationStatisticsReader } from '../handoff/statistics.service';
import { TeamFeed } from '../handoff/team-feed.service';
import {
  AgentMessage,
  AssignEscalation,
  ConversationMessageDto,
  CreateEscalation,
  ESCALATION_FRAMES,
  EscalationDetails,
  EscalationDto,
  EscalationQuery,
  EscalationStatisticsDto,
  ReturnEscalation,
  StatisticsPeriod,
  TransferEscalation,
} from './escalations.dto';
import {
  toConversationMessage,
  toEscalation,
  toEscalationDetails,
  toEscalationFilter,
  toPeriod,
  toStatistics,
  toTeamFrame,
} from './escalations.mapper';

/** Shown with an escalation. */
const MESSAGES = 200;
const STREAM = `Server-sent events: first \`escalations.open\` with the list of all that are open, then \`escalation.created\`,
\`escalation.assigned\`, \`escalation.accepted\` and \`escalation.ended\` with the escalation, and \`escalation.message\` with
\`{"escalation", "message"}\` for what is said in conversations on their way. After a break begin anew: the first frame tells what is.`;

@MainController('escalations', { tag: 'Escalations' })
export class EscalationsController {
  constructor(
    private readonly escalations: Escalations,
    private readonly conversations: Conversations,
    private readonly statisticsReader: EscalationStatisticsReader,
    private readonly feed: TeamFeed,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Summary('List escalations', 'Newest first.')
  @NeedsScope('conversations:read')
  @AnswersPage(EscalationDto)
  @Refuses(400)
  async list(@CurrentActor() actor: Actor, @Query() query: EscalationQuery) {
    const page = await this.escalations.list(actor, toEscalationFilter(query), query);
    return successPage(mapPage(page, toEscalation));
  }

  @Post()
  @HttpCode(201)
  @Summary(
    'Ask for a person',
    'Or, with `accept`, take a conversation over. One that is on its way to a person already stays as it is.',
  )
  @NeedsScope('conversations:write')
  @Answers(201, EscalationDto)
  @Refuses(400, 404, 409)
  async create(@CurrentActor() actor: Actor, @Body() { conversationId, accept }: CreateEscalation) {
    const escalation = accept
      ? await this.escalations.takeOver(actor, conversationId)
      : await this.escalations.escalate(actor, conversationId);
    return success(toEscalation(escalation), escalation.state === 'active' ? 'You answer from now on.' : undefined);
  }

  @Get('stream')
  @Summary('Follow escalations')
  @NeedsScope('conversations:read')
  @AnswersStream(STREAM, 'EscalationFeedFrame', ESCALATION_FRAMES)
  async stream(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    const leaving = new AbortController();
    reply.raw.once('close', () => leaving.abort());
    const items = this.feed.follow(actor, leaving.signal);
    return sendEventStream(reply, mapped(items, toTeamFrame), { signal: leaving.signal, isFeed: true });
  }

  @Get('statistics')
  @Summary('Get statistics of escalations', 'Of those that were made within a period.')
  @NeedsScope('conversations:read')
  @Answers(200, EscalationStatisticsDto)
  @Refuses(400)
  async statistics(@CurrentActor() actor: Actor, @Query() query: StatisticsPeriod) {
    const period = toPeriod(query, this.clock.now());
    return success(toStatistics(await this.statisticsReader.report(actor, period), period));
  }

  @Get(':id')
  @Summary('Get an escalation', 'With its conversation.')
  @NeedsScope('conversations:read')
  @Answers(200, EscalationDetails)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('id', 'escalation') id: string) {
    const escalation = await this.escalations.get(actor, id);
    const { conversationId, messageCount } = escalation;
    const conversation = await this.conversations.find(actor, conversationId);
    const afterPosition = Math.max(0, messageCount - MESSAGES);
    const messages = await this.conversations.messages(actor, conversationId, { afterPosition, limit: MESSAGES });
    return success(toEscalationDetails(escalation, conversation, messages));
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Summary('Accept an escalation', 'You answer from now on; what the bot was about to say is withdrawn.')
  @NeedsScope('conversations:write')
  @Answers(200, EscalationDto)
  @Refuses(404, 409)
  async accept(@CurrentActor() actor: Actor, @IdParam('id', 'escalation') id: string) {
    return success(toEscalation(await this.escalations.accept(actor, id)), 'You answer from now on.');
  }

  @Post(':id/messages')
  @HttpCode(201)
  @Summary('Reply as a person', 'Accepts an escalation that waits.')
  @NeedsScope('conversations:write')
  @Answers(201, ConversationMessageDto)
  @Refuses(400, 404, 409)
  async reply(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'escalation') id: string,
    @Body() { content }: AgentMessage,
  ) {
    return success(toConversationMessage(await this.escalations.reply(actor, id, content)));
  }

  @Post(':id/transfer')
  @HttpCode(200)
  @Summary('Transfer an escalation', 'Another support agent answers from now on.')
  @NeedsScope('conversations:write')
  @ApiBody({ type: TransferEscalation, required: false })
  @Answers(200, EscalationDto)
  @Refuses(400, 404, 409)
  async transfer(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'escalation') id: string,
    @Body() { agentId }: TransferEscalation,
  ) {
    return success(toEscalation(await this.escalations.transfer(actor, id, agentId)));
  }

  @Post(':id/assign')
  @HttpCode(200)
  @Summary('Assign an escalation', 'To a support agent, who has to accept it.')
  @NeedsScope('conversations:write')
  @Answers(200, EscalationDto)
  @Refuses(400, 404, 409)
  async assign(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'escalation') id: string,
    @Body() { agentId }: AssignEscalation,
  ) {
    return success(toEscalation(await this.escalations.assign(actor, id, agentId)));
  }

  @Post(':id/return')
  @HttpCode(200)
  @Summary('Return an escalation', 'The bot answers again.')
  @NeedsScope('conversations:write')
  @ApiBody({ type: ReturnEscalation, required: false })
  @Answers(200, EscalationDto)
  @Refuses(400, 404, 409)
  async return(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'escalation') id: string,
    @Body() { message }: ReturnEscalation,
  ) {
    return success(toEscalation(await this.escalations.return(actor, id, message)));
  }

  @Post(':id/resolve')
  @HttpCode(200)
  @Summary('Resolve an escalation', 'The conversation is over until the end user writes again; the bot answers then.')
  @NeedsScope('conversations:write')
  @Answers(200, EscalationDto)
  @Refuses(404, 409)
  async resolve(@CurrentActor() actor: Actor, @IdParam('id', 'escalation') id: string) {
    return success(toEscalation(await this.escalations.resolve(actor, id)));
  }
}

async function* mapped<From, To>(items: AsyncIterable<From>, map: (item: From) => To) {
  for await (const item of items) yield map(item);
}
