/**
 * Keeps what is sent to a model within the tokens that it, or the bot, may read. The message goes before the passages, the
 * passages before the history, the history before the attachments: the newest is cut rather than left out, the oldest turns and
 * the least likely passages go, and of the attachments stays how they begin.
 */
import {
  estimateTokens,
  groundedMessages,
  type LlmAttachment,
  type LlmMessage,
  type LlmPassage,
  type LlmRequest,
} from '#providers/llm';
import { cutToTokens, latestWithin } from '../message/token-window';

/** Of what the rules and the message leave, at least so much stays for the history when passages would take it all. */
const historyShare = 0.25;
/** Of a passage or an attachment, for its number or name and tags, and of all of them together with the message. */
const passageOverheadTokens = 25;
const blockOverheadTokens = 25;
const fewestTokens = 1;
/** Of the attachments, when nobody has said what the model can read: most of the smallest context of today. */
const unlimitedAttachmentTokens = 6_000;
/** As a large vendor counts a picture of a megapixel; small ones cost less. */
const imageTokens = 1_000;

export function withinTokens(request: LlmRequest, maxInputTokens: number): LlmRequest {
  if (maxInputTokens === Number.POSITIVE_INFINITY) return withAttachments(request, unlimitedAttachmentTokens);
  const history = request.messages.slice(0, -1);
  const last = request.messages.at(-1) as LlmMessage;
  const forAll = maxInputTokens - tokensOfRules(request) - tokensOfTools(request) - tokensOfImages(last);
  const message = { ...last, text: cutToTokens(last.text, Math.max(fewestTokens, forAll)) };
  const overhead = request.passages.length === 0 ? 0 : blockOverheadTokens;
  const left = Math.max(0, forAll - overhead - estimateTokens(message.text));
  const wanted = history.reduce((sum, { text }) => sum + estimateTokens(text), 0);
  const passages = fittingPassages(request.passages, left - Math.min(wanted, Math.floor(left * historyShare)));
  const used = passages.reduce((sum, passage) => sum + passageTokens(passage), 0);
  const kept = latestWithin(history, left - used);
  const fitting = { ...request, passages, messages: [...kept, message] };
  if (request.attachments === undefined) return fitting;
  const said = kept.reduce((sum, { text }) => sum + estimateTokens(text), 0);
  return withAttachments(fitting, left - used - said - blockOverheadTokens);
}

/** How many more the model may read after all of the request; none is the least. */
export function tokensLeft(request: LlmRequest, maxInputTokens: number): number {
  if (maxInputTokens === Number.POSITIVE_INFINITY) return maxInputTokens;
  const { messages, passages, attachments = [] } = request;
  const said = tokensOf(messages);
  const material =
    passages.reduce((sum, passage) => sum + passageTokens(passage), 0) +
    attachments.reduce((sum, attachment) => sum + attachmentTokens(attachment), 0);
  return Math.max(0, maxInputTokens - tokensOfRules(request) - tokensOfTools(request) - said - material);
}

export function tokensOf(messages: readonly LlmMessage[]): number {
  return messages.reduce((sum, message) => sum + tokensOfMessage(message), 0);
}

function tokensOfMessage(message: LlmMessage): number {
  const calls = message.role === 'assistant' ? (message.toolCalls ?? []) : [];
  const asked = calls.reduce((sum, call) => sum + estimateTokens(call.name) + estimateTokens(call.arguments), 0);
  return estimateTokens(message.text) + tokensOfImages(message) + asked;
}

/** Their descriptions are written out for the model. */
function tokensOfTools({ tools = [] }: LlmRequest): number {
  return tools.length === 0 ? 0 : estimateTokens(JSON.stringify(tools));
}

/** Each gets an equal share of what those before it have left; one that is cut says so. */
function withAttachments(request: LlmRequest, maxTokens: number): LlmRequest {
  const { attachments } = request;
  if (attachments === undefined) return request;
  let left = Math.max(0, maxTokens);
  const fitting = attachments.map((attachment, at) => {
    const share = Math.floor(left / (attachments.length - at));
    const cut = cutAttachment(attachment, share);
    left = Math.max(0, left - attachmentTokens(cut));
    return cut;
  });
  return { ...request, attachments: fitting };
}

function cutAttachment(attachment: LlmAttachment, maxTokens: number): LlmAttachment {
  const { text } = attachment;
  if (text === undefined || attachmentTokens(attachment) <= maxTokens) return attachment;
  const room = Math.max(0, maxTokens - passageOverheadTokens - estimateTokens(attachment.name));
  return { ...attachment, text: cutToTokens(text, room), isCut: true };
}

function attachmentTokens({ name, text = '' }: LlmAttachment): number {
  return passageOverheadTokens + estimateTokens(name) + estimateTokens(text);
}

/** The likeliest that fit; the first is cut rather than left out. */
function fittingPassages(passages: readonly LlmPassage[], maxTokens: number): LlmPassage[] {
  const fitting: LlmPassage[] = [];
  let left = maxTokens;
  for (const passage of passages) {
    if (passageTokens(passage) <= left) fitting.push(passage);
    else if (fitting.length === 0) fitting.push(cutPassage(passage, left));
    else break;
    left -= passageTokens(passage);
  }
  return fitting;
}

function cutPassage(passage: LlmPassage, maxTokens: number): LlmPassage {
  const room = maxTokens - passageOverheadTokens - estimateTokens(passage.title);
  return { ...passage, text: cutToTokens(passage.text, Math.max(fewestTokens, room)) };
}

function passageTokens({ title, section, text }: LlmPassage): number {
  return passageOverheadTokens + estimateTokens(title) + estimateTokens(section ?? '') + estimateTokens(text);
}

function tokensOfImages(message: LlmMessage): number {
  return message.role === 'user' ? (message.images?.length ?? 0) * imageTokens : 0;
}

/** Bots repeat their system message with every turn. */
const rememberedSystems = 200;
const systemTokens = new Map<string, number>();

function tokensOfRules(request: LlmRequest): number {
  const [{ content } = { content: '' }] = groundedMessages({ ...request, messages: [] });
  const known = systemTokens.get(content);
  if (known !== undefined) return known;
  if (systemTokens.size >= rememberedSystems) systemTokens.clear();
  const tokens = estimateTokens(content);
  systemTokens.set(content, tokens);
  return tokens;
}
