import { Module } from '@nestjs/common';
import { BotsModule } from '#domain/bots';
import { BudgetsModule } from '#domain/budgets';
import { ChatsModule } from '#domain/chats';
import { ModelsModule } from '#domain/models';
import { Capabilities } from './asking/capabilities.service';
import { CompletionInputs } from './asking/completion-input.service';
import { Images } from './asking/images.service';
import { BotModels } from './bot-models.service';
import { ChatCompletionsController } from './chat-completions.controller';
import { EmbeddingModels } from './embedding-models.service';
import { EmbeddingsController } from './embeddings.controller';
import { ModelsController } from './models.controller';
import { ResponseThreads } from './responses/response-threads.service';
import { ResponsesController } from './responses/responses.controller';

@Module({
  imports: [BudgetsModule, BotsModule, ModelsModule, ChatsModule],
  controllers: [ModelsController, ChatCompletionsController, ResponsesController, EmbeddingsController],
  providers: [BotModels, EmbeddingModels, Capabilities, Images, CompletionInputs, ResponseThreads],
})
export class OpenAiModule {}
