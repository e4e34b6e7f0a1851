import type { Personality } from '../personalities/personalities.types';
import type { PersonalityDto, PromptModifier } from './personalities.dto';

export function toPersonality({ teamId: _, botId, createdAt, updatedAt, ...personality }: Personality): PersonalityDto {
  return {
    ...personality,
    chatbotId: botId,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function toPromptModifier({ personality, text }: { personality: Personality; text: string }): PromptModifier {
  return { personalityId: personality.id, personalityName: personality.name, promptModifier: text };
}
