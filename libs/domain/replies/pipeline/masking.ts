/** What redactors of the bot make of everything that people have said, before anybody else sees it. */
import type { InstalledPlugins } from '#domain/plugins';
import type { LlmMessage } from '#providers/llm';
import type { CallerTerms } from '../caller-terms';
import type { ReplyAttachment, ReplyPrompt, ReplyRequest } from '../replies.types';

type Masking = Pick<InstalledPlugins, 'mask'>;

/** The history too: a redactor may have been installed after it was stored. */
export function maskedRequest(request: ReplyRequest, plugins: Masking): ReplyRequest {
  const { message, history, attachments, caller } = request;
  return {
    ...request,
    message: plugins.mask(message),
    history: history.map((one) => ({ ...one, text: plugins.mask(one.text) })),
    ...(attachments ? { attachments: attachments.map((one) => maskedAttachment(one, plugins)) } : {}),
    ...(caller ? { caller: maskedTerms(caller, plugins) } : {}),
  };
}

function maskedTerms(terms: CallerTerms, plugins: Masking): CallerTerms {
  const { instructions, earlier = [], rounds = [] } = terms;
  const masked = (message: LlmMessage) => ({ ...message, text: plugins.mask(message.text) });
  return {
    ...terms,
    ...(instructions === undefined ? {} : { instructions: plugins.mask(instructions) }),
    earlier: earlier.map(masked),
    rounds: rounds.map(masked),
  };
}

export function maskedPrompts(prompts: readonly ReplyPrompt[], plugins: Masking): ReplyPrompt[] {
  return prompts.map((one) => ({ ...one, label: plugins.mask(one.label), prompt: plugins.mask(one.prompt) }));
}

function maskedAttachment(attachment: ReplyAttachment, plugins: Masking): ReplyAttachment {
  const name = plugins.mask(attachment.name);
  return 'text' in attachment ? { ...attachment, name, text: plugins.mask(attachment.text) } : { ...attachment, name };
}
