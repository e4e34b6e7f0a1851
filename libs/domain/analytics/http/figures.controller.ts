import { Get, Headers, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Answers, CurrentActor, IdParam, MainController, NeedsScope, Refuses, Summary, success } from '#infra/http';
import type { Actor } from '#kernel';
import { BotFigures } from '../figures/bot-figures.service';
import { AnswersCsvToo, csvAnswer, wantsCsv } from './csv-answer';
import {
  FiguresQuery,
  IntentAnalytics,
  IntentCount,
  MessageAnalytics,
  MessageBucket,
  SessionAnalytics,
  SessionBucket,
  UsageAnalytics,
  UsageOfModel,
  UserAnalytics,
  UserBucket,
} from './figures.dto';
import { toFigures, toIntentAnalytics, toUsageAnalytics } from './figures.mapper';
import { QualityAnalytics, QualityBucket } from './quality.dto';

@MainController('chatbots/:chatbotId/analytics', { tag: 'Analytics' })
export class FiguresController {
  constructor(private readonly figures: BotFigures) {}

  @Get('messages')
  @Summary('Get message analytics', 'How many messages there were. The table has the timeline.')
  @NeedsScope('analytics:read')
  @Answers(200, MessageAnalytics)
  @AnswersCsvToo()
  @Refuses(400, 404)
  async messages(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Query() query: FiguresQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const data: MessageAnalytics = toFigures(botId, await this.figures.messages(actor, botId, query));
    const head = ['date', 'count', 'userMessages', 'botMessages', 'agentMessages'] as const;
    if (wantsCsv(query, accept)) return csvAnswer<MessageBucket>(reply, 'messages', head, data.timeline);
    return success(data);
  }

  @Get('users')
  @Summary('Get user analytics', 'How many different end users there were. The table has the timeline.')
  @NeedsScope('analytics:read')
  @Answers(200, UserAnalytics)
  @AnswersCsvToo()
  @Refuses(400, 404)
  async users(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Query() query: FiguresQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const data: UserAnalytics = toFigures(botId, await this.figures.users(actor, botId, query));
    const head = ['date', 'count', 'newUsers', 'returningUsers'] as const;
    if (wantsCsv(query, accept)) return csvAnswer<UserBucket>(reply, 'users', head, data.timeline);
    return success(data);
  }

  @Get('sessions')
  @Summary('Get session analytics', 'How often and how long people talked with it. The table has the timeline.')
  @NeedsScope('analytics:read')
  @Answers(200, SessionAnalytics)
  @AnswersCsvToo()
  @Refuses(400, 404)
  async sessions(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Query() query: FiguresQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const data: SessionAnalytics = toFigures(botId, await this.figures.sessions(actor, botId, query));
    const head = ['date', 'count', 'conversations', 'averageDuration', 'averageMessages'] as const;
    if (wantsCsv(query, accept)) return csvAnswer<SessionBucket>(reply, 'sessions', head, data.timeline);
    return success(data);
  }

  @Get('intents')
  @Summary('Get intent analytics', 'What people wanted. The table has the intents.')
  @NeedsScope('analytics:read')
  @Answers(200, IntentAnalytics)
  @AnswersCsvToo()
  @Refuses(400, 404)
  async intents(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Query() query: FiguresQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const data = toIntentAnalytics(botId, await this.figures.intents(actor, botId, query));
    const head = ['intent', 'count', 'percentage'] as const;
    if (wantsCsv(query, accept)) return csvAnswer<IntentCount>(reply, 'intents', head, data.intents);
    return success(data);
  }

  @Get('usage')
  @Summary('Get usage analytics', 'Tokens and cost of its replies, by model. The table has the models.')
  @NeedsScope('analytics:read')
  @Answers(200, UsageAnalytics)
  @AnswersCsvToo()
  @Refuses(400, 404)
  async usage(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Query() query: FiguresQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const data = toUsageAnalytics(botId, await this.figures.usage(actor, botId, query));
    const sums = ['inputTokens', 'outputTokens', 'costUsd', 'unpricedReplies'] as const;
    const head = ['model', 'modelId', 'replies', ...sums] as const;
    if (wantsCsv(query, accept)) return csvAnswer<UsageOfModel>(reply, 'usage', head, data.models);
    return success(data);
  }

  @Get('quality')
  @Summary(
    'Get quality analytics',
    'How long replies took, how sure they were and what was thought of them. The table has the timeline.',
  )
  @NeedsScope('analytics:read')
  @Answers(200, QualityAnalytics)
  @AnswersCsvToo()
  @Refuses(400, 404)
  async quality(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Query() query: FiguresQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const data: QualityAnalytics = toFigures(botId, await this.figures.quality(actor, botId, query));
    if (wantsCsv(query, accept)) return csvAnswer<QualityBucket>(reply, 'quality', QUALITY_HEAD, data.timeline);
    return success(data);
  }
}

const QUALITY_HEAD = [
  'date',
  'count',
  'latencyP50Ms',
  'latencyP95Ms',
  'averageLatencyMs',
  'averageConfidence',
  'noContext',
  'noContextRate',
  'positiveRatings',
  'neutralRatings',
  'negativeRatings',
  'averageScore',
  'escalations',
  'escalationRate',
  'resolutions',
] as const;
