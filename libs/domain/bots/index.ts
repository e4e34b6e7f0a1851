export { BotLookup } from './bot-lookup';
export * from './bots.events';
export * from './bots.module';
export { botChanged } from './bots.notices';
export { type BeforeBotDelete, BotsService } from './bots.service';
export * from './bots.types';
export { PersonalitiesModule } from './personalities/personalities.module';
export { Personalities } from './personalities/personalities.service';
export * from './personalities/personalities.types';
