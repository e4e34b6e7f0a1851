import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels.module';
import { OutboundIntake } from '../outbound/outbound-intake';
import { AnswerChatHandler } from './answer-chat.handler';
import { ConnectChannelHandler } from './connect-channel.handler';
import { ProbeChannelsHandler } from './probe-channels.handler';
import { PruneChannelsHandler } from './prune-channels.handler';
import { SendMessagesHandler } from './send-messages.handler';
import { SweepChannelsHandler } from './sweep-channels.handler';
import { WakeChannelHandler } from './wake-channel.handler';

@Module({
  imports: [ChannelsModule],
  providers: [
    OutboundIntake,
    AnswerChatHandler,
    SendMessagesHandler,
    ConnectChannelHandler,
    ProbeChannelsHandler,
    WakeChannelHandler,
    SweepChannelsHandler,
    PruneChannelsHandler,
  ],
})
export class ChannelsJobsModule {}
