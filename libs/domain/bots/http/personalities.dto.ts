import { AllOptional, BooleanField, DateField, IdField, ObjectField, TextField } from '#infra/http';

const TRAITS = 'Name of a trait to how pronounced it is: `low`, `medium`, `high`, or a number from 0 to 1. At most 30.';
const EXAMPLE_TRAITS = { friendliness: 'high', formality: 'low', humor: 'medium' };

export class CreatePersonalityBody {
  @TextField('Unique in the chatbot.', { maxLength: 128, pattern: /\S/, example: 'Friendly Assistant' })
  name: string;

  @TextField('What it is like.', {
    optional: true,
    nullable: true,
    maxLength: 2_000,
    example: 'A friendly and helpful assistant',
  })
  description?: string | null;

  @ObjectField(`${TRAITS} An update merges trait by trait; null takes one away.`, {
    optional: true,
    nullable: true,
    example: EXAMPLE_TRAITS,
  })
  traits?: Record<string, unknown> | null;

  @TextField('How it sounds.', { optional: true, nullable: true, maxLength: 500, example: 'warm and approachable' })
  tone?: string | null;

  @TextField('How it words things.', {
    optional: true,
    nullable: true,
    maxLength: 500,
    example: 'casual but professional',
  })
  languageStyle?: string | null;

  @BooleanField('Whether the chatbot speaks by it; takes the place of the one that was.', {
    optional: true,
    default: false,
  })
  isDefault?: boolean;
}

export class UpdatePersonalityBody extends AllOptional(CreatePersonalityBody) {}

export class CreateDefaultPersonalityBody {
  @TextField('Unique in the chatbot.', {
    optional: true,
    minLength: 1,
    maxLength: 128,
    pattern: /\S/,
    default: 'Default',
  })
  name?: string;
}

export class PersonalityDto {
  @IdField('Its id.')
  id: string;

  @IdField('Of the chatbot that it belongs to.')
  chatbotId: string;

  @TextField('Unique in the chatbot.', { example: 'Friendly Assistant' })
  name: string;

  @TextField('What it is like.', { nullable: true })
  description: string | null;

  @ObjectField(TRAITS, { example: EXAMPLE_TRAITS })
  traits: Record<string, unknown>;

  @TextField('How it sounds.', { nullable: true })
  tone: string | null;

  @TextField('How it words things.', { nullable: true })
  languageStyle: string | null;

  @BooleanField('Whether the chatbot speaks by it; one of a chatbot at most.')
  isDefault: boolean;

  @DateField('When it was made.')
  createdAt: string;

  @DateField('When it was last changed.')
  updatedAt: string;
}

export class PromptModifier {
  @IdField('Of the personality.')
  personalityId: string;

  @TextField('Of the personality.')
  personalityName: string;

  @TextField('What a model is told with every message, in the same words for the same personality.', {
    maxLength: 100_000,
  })
  promptModifier: string;
}
