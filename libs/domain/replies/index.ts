export { collectReply } from './collect-reply';
export { cutToTokens, latestWithin } from './message/token-window';
export { RepliesModule } from './replies.module';
export * from './replies.types';
export { ReplyEngine } from './reply-engine.service';
