import type { Conversation, ConversationMessage, MessageRole } from '#domain/chats';

interface Setting {
  /** Undefined when it is gone. */
  botName: string | undefined;
  /** There is more before the first message. */
  isCut: boolean;
}

/** A conversation in Markdown, oldest message first, each with its id, by which it can be rated. */
export function transcriptOf(
  { id, channel, status, startedAt }: Conversation,
  messages: readonly ConversationMessage[],
  { botName = 'Bot', isCut }: Setting,
): string {
  const head = `# Conversation with ${botName}\n\n${id}, begun ${startedAt.toISOString()}, by ${channel}, ${status}.`;
  const told = messages.map((message) => messageOf(message, botName));
  return [head, ...(isCut ? ['Earlier messages are left out.'] : []), ...told].join('\n\n');
}

function messageOf(
  { id, role, content, at, author, confidence, sources = [] }: ConversationMessage,
  botName: string,
): string {
  const speaker: Record<MessageRole, string> = {
    user: 'User',
    bot: botName,
    agent: author?.name ?? 'Person of the team',
    system: 'System',
  };
  const sure = confidence === undefined ? '' : `, confidence ${confidence.toFixed(2)}`;
  const cited = sources.map(({ title, section }, index) => `- [${index + 1}] ${title}${section ? `, ${section}` : ''}`);
  const heading = `## ${speaker[role]}\n\n${at.toISOString()}, message ${id}${sure}`;
  return [heading, content, ...(cited.length > 0 ? [`Sources:\n${cited.join('\n')}`] : [])].join('\n\n');
}
