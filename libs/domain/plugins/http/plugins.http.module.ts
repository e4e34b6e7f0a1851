import { Module } from '@nestjs/common';
import { PluginsModule } from '../plugins.module';
import { ChatbotPluginsController } from './chatbot-plugins.controller';
import { PluginsController } from './plugins.controller';

@Module({ imports: [PluginsModule], controllers: [PluginsController, ChatbotPluginsController] })
export class PluginsHttpModule {}
