import type { BotConfiguration, HandOffPolicy } from '#domain/bots';
import type { ReplyConfiguration } from '#domain/replies';

/** What the bot says goes before what the API by which it was asked says. Undefined when no trigger may fire. */
export function policyOf(
  { handOff }: Pick<BotConfiguration, 'handOff'>,
  defaults: HandOffPolicy | undefined,
): HandOffPolicy | undefined {
  const policy = { ...defaults, ...handOff };
  return policy.isEnabled === true ? policy : undefined;
}

/** While a person is waited for, the bot answers what it surely knows; for all else it says that somebody will come. */
export function whileWaiting(
  configuration: ReplyConfiguration,
  policy: HandOffPolicy | undefined,
  waitingText: string,
): ReplyConfiguration {
  const thresholds = [configuration.confidenceThreshold, policy?.confidenceBelow].filter((one) => one !== undefined);
  return {
    ...configuration,
    answersWithoutKnowledge: false,
    prefixesFallbackMessage: false,
    fallbackMessage: waitingText,
    ...(thresholds.length === 0 ? {} : { confidenceThreshold: Math.max(...thresholds) }),
  };
}
