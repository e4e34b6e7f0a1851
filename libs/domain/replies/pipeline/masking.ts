/** What redactors of the bot make of everything that people have said, before anybody else sees it. */
import type { InstalledPlugins } from '#domain/plugins';
import type { ReplyAttachment, ReplyPrompt, ReplyRequest } from '../replies.types';

type Masking = Pick<InstalledPlugins, 'mask'>;

/** The history too: a redactor may have been installed after it was stored. */
export function maskedRequest(request: ReplyRequest, plugins: Masking): ReplyRequest {
  const { message, history, attachments } = request;
  return {
    ...request,
    message: plugins.mask(message),
    history: history.map((one) => ({ ...one, text: plugins.mask(one.text) })),
    ...(attachments ? { attachments: attachments.map((one) => maskedAttachment(one, plugins)) } : {}),
  };
}

export function maskedPrompts(prompts: readonly ReplyPrompt[], plugins: Masking): ReplyPrompt[] {
  return prompts.map((one) => ({ ...one, label: plugins.mask(one.label), prompt: plugins.mask(one.prompt) }));
}

function maskedAttachment(attachment: ReplyAttachment, plugins: Masking): ReplyAttachment {
  const name = plugins.mask(attachment.name);
  return 'text' in attachment ? { ...attachment, name, text: plugins.mask(attachment.text) } : { ...attachment, name };
}
