import { BooleanField, EnumField, IntegerField, TextField } from '#infra/http';
import { ACTIVATION_POLICIES, type ActivationPolicy } from '../comparisons/activation';

export class ModelActivation {
  @EnumField('What the session was to do.', ACTIVATION_POLICIES)
  policy: ActivationPolicy;

  @BooleanField('Whether the chatbot read intents by the new version when the session ended.')
  isActivated: boolean;

  @IntegerField('The version that was active before; null when there was none, or it was not compared.', {
    min: 1,
    nullable: true,
  })
  comparedWith: number | null;

  @TextField('Why, for people.', { example: 'There was no active version.' })
  reason: string;
}
