import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels.module';
import { ChannelDeliveriesController } from './channel-deliveries.controller';
import { ChannelsController } from './channels.controller';
import { ChatbotChannelsController } from './chatbot-channels.controller';

@Module({
  imports: [ChannelsModule],
  controllers: [ChatbotChannelsController, ChannelsController, ChannelDeliveriesController],
})
export class ChannelsHttpModule {}
