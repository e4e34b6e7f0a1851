export { collectReply } from './collect-reply';
export { RepliesModule } from './replies.module';
export * from './replies.types';
export { ReplyEngine } from './reply-engine.service';
