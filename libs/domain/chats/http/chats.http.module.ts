import { Module } from '@nestjs/common';
import { ChatsModule } from '../chats.module';
import { ConversationController } from './conversation.controller';

@Module({ imports: [ChatsModule], controllers: [ConversationController] })
export class ChatsHttpModule {}
