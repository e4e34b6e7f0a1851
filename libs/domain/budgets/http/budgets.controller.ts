import { Body, Delete, Get, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  Answers,
  AnswersDone,
  CurrentActor,
  dateOf,
  done,
  IdParam,
  MainController,
  NeedsScope,
  Refuses,
  Summary,
  success,
} from '#infra/http';
import { type Actor, Clock } from '#kernel';
import { Budgets } from '../budgets.service';
import { BudgetUsage, PutBudget, TeamBudget, UsageQuery } from './budgets.dto';
import { toBudgetInput, toBudgetUsage, toTeamBudget } from './budgets.mapper';

const BUDGETS = `Requests that count are messages to chatbots in every API, widget and channel, and completions and embeddings of the OpenAI API.
A request counts for its team, its key, its chatbot and its end user, each as far as it is known. It is refused with 429, and counts for
none of them, when one is used up. Tokens are counted when an answer is there: a request is served while anything is left. Answers of such
requests carry \`X-Budget-*\`.`;

@MainController('team', { tag: 'Budgets' })
export class BudgetsController {
  constructor(
    private readonly budgets: Budgets,
    private readonly clock: Clock,
  ) {}

  @Get('budgets')
  @Summary('List budgets', BUDGETS)
  @NeedsScope('admin')
  @Answers(200, [TeamBudget])
  async list(@CurrentActor() actor: Actor) {
    return success((await this.budgets.list(actor)).map(toTeamBudget));
  }

  @Put('budgets')
  @Summary(
    'Set a budget',
    'In place of the one of the same subject, measure and period. It holds from the next request on, and what was used in this period stays used.',
  )
  @NeedsScope('admin')
  @Answers([200, 201], TeamBudget)
  @Refuses(400, 404, 409)
  async put(@CurrentActor() actor: Actor, @Body() body: PutBudget, @Res({ passthrough: true }) reply: FastifyReply) {
    const { budget, isNew } = await this.budgets.put(actor, toBudgetInput(body));
    if (isNew) reply.status(201);
    return success(toTeamBudget(budget), 'The budget was set.');
  }

  @Delete('budgets/:id')
  @Summary('Delete a budget')
  @NeedsScope('admin')
  @AnswersDone()
  @Refuses(404)
  async remove(@CurrentActor() actor: Actor, @IdParam('id', 'budget') id: string) {
    await this.budgets.delete(actor, id);
    return done('The budget was deleted.');
  }

  @Get('usage')
  @Summary(
    'Get the use of budgets',
    'Who has used how much in a period. What no budget bounds is not counted. Minutes are kept for 2 days, hours for 7, days for 62 and months for 400.',
  )
  @NeedsScope('admin')
  @Answers(200, BudgetUsage)
  @Refuses(400)
  async usage(@CurrentActor() actor: Actor, @Query() { at, ...query }: UsageQuery) {
    const request = { ...query, at: at === undefined ? this.clock.now() : dateOf(at) };
    return success(toBudgetUsage(request, await this.budgets.usage(actor, request)));
  }
}
