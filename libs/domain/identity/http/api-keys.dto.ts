import { DateField, EnumField, IdField, TextField, TextListField } from '#infra/http';
import { ALL_SCOPES } from '#kernel';
import { DEFAULT_KEY_NAME, MAX_KEY_NAME_CHARACTERS } from '../keys/api-keys.service';

export class CreateSecretKey {
  @TextField('What the key is for.', {
    optional: true,
    minLength: 1,
    maxLength: MAX_KEY_NAME_CHARACTERS,
    default: DEFAULT_KEY_NAME,
    example: 'Production Server',
  })
  name?: string;

  @TextListField(`What the key may do; everything unless given. Any of ${ALL_SCOPES.join(', ')}.`, {
    optional: true,
    minItems: 1,
    example: ['chatbots:read', 'chat:write'],
  })
  scopes?: string[];

  @DateField('When it stops working, in the future; never unless given.', { optional: true })
  expiresAt?: string;

  @EnumField('Kind of key.', ['secret'], {
    optional: true,
    default: 'secret',
    rule: '"secret", because only secret keys can be made',
  })
  type?: 'secret';
}

export class SecretKey {
  @IdField('Id of the key.')
  id: string;

  @TextField('What the key is for.', { example: 'Production Server' })
  name: string;

  @TextField('The first characters of the key.', { example: 'sk_live_Xa9z' })
  hint: string;

  @TextListField('What the key may do.')
  scopes: string[];

  @DateField('When it was made.')
  createdAt: string;

  @DateField('When it stops working; null is never.', { nullable: true })
  expiresAt: string | null;

  @DateField('When it was last used, to the minute; null is never.', { nullable: true })
  lastUsedAt: string | null;
}

export class NewSecretKey extends SecretKey {
  @TextField('The key. It is shown this once and stored nowhere.', { example: 'sk_live_...' })
  apiKey: string;
}
