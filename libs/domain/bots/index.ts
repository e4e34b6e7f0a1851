export { BotLookup } from './bot-lookup';
export * from './bots.events';
export * from './bots.module';
export { type BeforeBotDelete, BotsService } from './bots.service';
export * from './bots.types';
