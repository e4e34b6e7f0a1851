import { Body, Delete, Get, Post, Put, Query } from '@nestjs/common';
import {
  Answers,
  AnswersDone,
  AnswersPage,
  CurrentActor,
  done,
  IdParam,
  MainController,
  NeedsScope,
  Refuses,
  Repeatable,
  Summary,
  success,
  successPage,
} from '#infra/http';
import { type Actor, mapPage } from '#kernel';
import { LearningApplication } from '../applying/application.service';
import { LearningReversion } from '../applying/reversion.service';
import { LearningGeneration } from '../findings/generation.service';
import { LearningItems } from '../learning.service';
import { LearningPreviews } from '../preview/previews.service';
import {
  AppliedLearning,
  CreateLearningItem,
  DecideLearningItem,
  LearningItemDto,
  LearningPreviewDto,
  LearningQuery,
  PreviewLearning,
  RevertedLearningItem,
  RevertQuery,
  UpdateLearningItem,
} from './learning.dto';
import { generatedMessage, toApplied, toLearningItem, toListRequest, toPreview, toReverted } from './learning.mapper';

const GENERATE =
  'Looks through the latest 5,000 messages: questions that were not answered three times or more, answers of people in place of ' +
  'the chatbot, intents that were meant six times or more. Again it brings the same items along; what was rejected stays so.';
const APPLY =
  'Writes approved answers to the knowledge bases "Learned Responses" and "Learned Fallbacks", which replies know at once, and ' +
  'intents and entities to the datasets "Learned Intents" and "Learned Entities"; intents are then trained. Each item is applied once.';
const PREVIEW =
  'Answers up to 200 past questions with the items and without, and shows which answers would differ. Changes nothing.';

@MainController('', { tag: 'Learning' })
export class LearningController {
  constructor(
    private readonly items: LearningItems,
    private readonly generation: LearningGeneration,
    private readonly application: LearningApplication,
    private readonly reversion: LearningReversion,
    private readonly previews: LearningPreviews,
  ) {}

  @Get('chatbots/:chatbotId/learning')
  @Summary('List learning items', 'What the chatbot could learn, newest first.')
  @NeedsScope('analytics:read')
  @AnswersPage(LearningItemDto)
  @Refuses(400, 404)
  async list(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Query() query: LearningQuery,
  ) {
    return successPage(mapPage(await this.items.list(actor, botId, toListRequest(query)), toLearningItem));
  }

  @Post('chatbots/:chatbotId/learning')
  @Summary('Add a learning item', 'It is approved at once, and takes effect when you apply.')
  @NeedsScope('analytics:write')
  @Answers(201, LearningItemDto)
  @Refuses(400, 404)
  async add(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Body() body: CreateLearningItem,
  ) {
    return success(toLearningItem(await this.items.add(actor, botId, body)), 'The learning item was added.');
  }

  @Post('chatbots/:chatbotId/learning/generate')
  @Summary('Derive learning items', GENERATE)
  @NeedsScope('analytics:write')
  @Answers(200, [LearningItemDto])
  @Refuses(404)
  async generate(@CurrentActor() actor: Actor, @IdParam('chatbotId', 'chatbot') botId: string) {
    const generation = await this.generation.generate(actor, botId);
    return success(generation.items.map(toLearningItem), generatedMessage(generation));
  }

  @Post('chatbots/:chatbotId/learning/apply')
  @Summary('Apply learning items', APPLY)
  @NeedsScope('analytics:write')
  @Answers(200, AppliedLearning)
  @Refuses(404)
  async apply(@CurrentActor() actor: Actor, @IdParam('chatbotId', 'chatbot') botId: string) {
    const applied = toApplied(await this.application.apply(actor, botId));
    return success(applied, applied.message);
  }

  @Post('chatbots/:chatbotId/learning/preview')
  @Repeatable()
  @Summary('Preview learning items', PREVIEW)
  @NeedsScope('analytics:read')
  @Answers(200, LearningPreviewDto)
  @Refuses(400, 404)
  async preview(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Body() { learningIds }: PreviewLearning,
  ) {
    return success(toPreview(await this.previews.preview(actor, botId, learningIds)));
  }

  @Post('chatbots/:chatbotId/learning/:learningId/revert')
  @Summary('Revert a learning item', 'Takes out what applying it has written. Again it changes nothing.')
  @NeedsScope('analytics:write')
  @Answers(200, RevertedLearningItem)
  @Refuses(400, 404)
  async revert(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('learningId', 'learning item') id: string,
    @Query() { reject = false }: RevertQuery,
  ) {
    return success(toReverted(await this.reversion.revert(actor, botId, id, { reject })), 'The item was reverted.');
  }

  @Get('learning/:learningId')
  @Summary('Get a learning item')
  @NeedsScope('analytics:read')
  @Answers(200, LearningItemDto)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('learningId', 'learning item') id: string) {
    return success(toLearningItem(await this.items.get(actor, id)));
  }

  @Put('learning/:learningId')
  @Summary('Change a learning item', 'Absent fields stay as they are, null clears a field. Not while it is applied.')
  @NeedsScope('analytics:write')
  @Answers(200, LearningItemDto)
  @Refuses(400, 404, 409)
  async change(
    @CurrentActor() actor: Actor,
    @IdParam('learningId', 'learning item') id: string,
    @Body() body: UpdateLearningItem,
  ) {
    return success(toLearningItem(await this.items.change(actor, id, body)), 'The learning item was changed.');
  }

  @Put('learning/:learningId/status')
  @Summary('Approve or reject a learning item', 'Rejecting one that is applied takes it out again.')
  @NeedsScope('analytics:write')
  @Answers(200, RevertedLearningItem)
  @Refuses(400, 404)
  async decide(
    @CurrentActor() actor: Actor,
    @IdParam('learningId', 'learning item') id: string,
    @Body() { status }: DecideLearningItem,
  ) {
    return success(toReverted(await this.reversion.setStatus(actor, id, status)), `The item was ${status}.`);
  }

  @Delete('learning/:learningId')
  @Summary(
    'Delete a learning item',
    'What applying it has written goes, too. Reject it if it shall not be found again.',
  )
  @NeedsScope('analytics:write')
  @AnswersDone()
  @Refuses(404)
  async delete(@CurrentActor() actor: Actor, @IdParam('learningId', 'learning item') id: string) {
    await this.reversion.delete(actor, id);
    return done('The learning item was deleted.');
  }
}
