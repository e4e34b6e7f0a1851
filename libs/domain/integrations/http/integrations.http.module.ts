import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../integrations.module';
import { ChatbotIntegrationsController } from './chatbot-integrations.controller';
import { IntegrationsController } from './integrations.controller';

@Module({ imports: [IntegrationsModule], controllers: [IntegrationsController, ChatbotIntegrationsController] })
export class IntegrationsHttpModule {}
