import { Global, Module } from '@nestjs/common';
import { Config } from '#infra/config';
import { AddressGuard } from '#infra/http-client';
import { Clock } from '#kernel';
import { DiscordTransport } from './adapters/discord/discord.adapter';
import { SlackTransport } from './adapters/slack/slack.adapter';
import { TelegramTransport } from './adapters/telegram/telegram.adapter';
import { WebhookTransport } from './adapters/webhook/webhook.adapter';
import { WhatsappTransport } from './adapters/whatsapp/whatsapp.adapter';
import { ChannelTransports } from './channel-transport.contract';
import { PlatformTransports } from './channel-transports';

/** All messengers, at the addresses of the settings. None is called before somebody sends. */
@Global()
@Module({
  providers: [{ provide: ChannelTransports, inject: [Config, AddressGuard, Clock], useFactory: transportsOf }],
  exports: [ChannelTransports],
})
export class ChannelTransportModule {}

export function transportsOf(
  { channels }: Pick<Config, 'channels'>,
  guard: AddressGuard,
  clock: Clock,
): ChannelTransports {
  return new PlatformTransports([
    new TelegramTransport(guard, channels.telegramApiUrl),
    new SlackTransport(guard, channels.slackApiUrl),
    new DiscordTransport(guard, channels.discordApiUrl, clock),
    new WhatsappTransport(guard, channels.whatsappApiUrl),
    new WebhookTransport(guard, clock),
  ]);
}
