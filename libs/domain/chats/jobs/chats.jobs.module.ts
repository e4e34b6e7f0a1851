import { Module } from '@nestjs/common';
import { ChatsModule } from '../chats.module';
import { SweepChatsHandler } from './sweep-chats.handler';

@Module({ imports: [ChatsModule], providers: [SweepChatsHandler] })
export class ChatsJobsModule {}
