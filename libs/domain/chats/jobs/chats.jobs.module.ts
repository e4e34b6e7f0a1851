import { Module } from '@nestjs/common';
import { ChatsModule } from '../chats.module';
import { SweepChatsHandler } from './sweep-chats.handler';
import { SweepEscalationsHandler } from './sweep-escalations.handler';

@Module({ imports: [ChatsModule], providers: [SweepChatsHandler, SweepEscalationsHandler] })
export class ChatsJobsModule {}
