export { type CallerTerms, type CallerToolCall, insistsOnTool } from './caller-terms';
export { clusterQuestions, clusterQuestionsInSteps, type QuestionCluster } from './clusters/cluster-questions';
export { collectReply } from './collect-reply';
export * from './explanation.types';
export { smallTalkOf } from './message/small-talk';
export { cutToTokens, latestWithin } from './message/token-window';
export { KnowledgeCheck } from './pipeline/knowledge-check.service';
export { RepliesModule } from './replies.module';
export * from './replies.types';
export { ReplyEngine } from './reply-engine.service';
export {
  type MessageReading,
  MessageSignals,
  type SignalsRequest,
  type WordsReading,
} from './signals/message-signals.service';
export { budgetText } from './wording/budget-texts';
export { handOffText } from './wording/hand-off-texts';
export type { HandOffTextKind } from './wording/hand-off-texts.data';
