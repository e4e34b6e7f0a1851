import { DateField, EnumField, IdField, IntegerField, TextField, TextListField } from '#infra/http';
import { ALL_SCOPES, SECOND_MS } from '#kernel';
import { KEY_TYPES, type KeyType } from '../identity.types';
import { DEFAULT_KEY_NAME, MAX_KEY_NAME_CHARACTERS } from '../keys/api-keys.service';
import { MAX_GRACE_MS } from '../keys/key-rotation.service';

export class CreateSecretKey {
  @TextField('What the key is for.', {
    optional: true,
    minLength: 1,
    maxLength: MAX_KEY_NAME_CHARACTERS,
    default: DEFAULT_KEY_NAME,
    example: 'Production Server',
  })
  name?: string;

  @TextListField(`What the key may do; all that you may unless given. Any of ${ALL_SCOPES.join(', ')}.`, {
    optional: true,
    minItems: 1,
    example: ['chatbots:read', 'chat:write'],
  })
  scopes?: string[];

  @DateField('When it stops working, in the future; never unless given.', { optional: true, takes: 'day or moment' })
  expiresAt?: string;

  @EnumField(
    'Kind of key: a public one stands in web pages and may only begin conversations with its chatbot; it has no scopes.',
    KEY_TYPES,
    { optional: true, default: 'secret' },
  )
  type?: KeyType;

  @TextField('The chatbot that a public key opens; needed for one, and for nothing else.', {
    optional: true,
    minLength: 1,
    maxLength: 64,
    example: '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b',
  })
  chatbotId?: string;

  @TextListField(
    'The only chatbots that a secret key is for; all unless given. What is not about one of them is refused to it.',
    { optional: true, minItems: 1, maxLength: 64, example: ['0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b'] },
  )
  chatbotIds?: string[];

  @TextListField('Origins of the pages that may use a public key. Without any, no page may.', {
    optional: true,
    maxLength: 300,
    example: ['https://www.example.com'],
  })
  allowedOrigins?: string[];
}

export class SecretKey {
  @IdField('Id of the key.')
  id: string;

  @EnumField('Kind of key.', KEY_TYPES)
  type: KeyType;

  @TextField('What the key is for.', { example: 'Production Server' })
  name: string;

  @IdField('The chatbot that a public key opens; null for a secret one.', { nullable: true })
  chatbotId: string | null;

  @TextListField('The only chatbots that a secret key is for; null for all.', { nullable: true })
  chatbotIds: string[] | null;

  @TextListField('Origins of the pages that may use a public key.')
  allowedOrigins: string[];

  @TextField('The public key, which everybody can read in the pages that use it; null for a secret one.', {
    nullable: true,
    example: 'pk_live_...',
  })
  publicKey: string | null;

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
  @TextField('The key. A secret one is shown this once and stored nowhere.', { example: 'sk_live_...' })
  apiKey: string;
}

export class UpdateKey {
  @TextField('What the key is for.', { optional: true, minLength: 1, maxLength: MAX_KEY_NAME_CHARACTERS })
  name?: string;

  @TextListField(`What a secret key may do. Any of ${ALL_SCOPES.join(', ')}.`, {
    optional: true,
    minItems: 1,
    example: ['chatbots:read', 'chat:write'],
  })
  scopes?: string[];

  @DateField('When it stops working, in the future; null is never.', {
    optional: true,
    nullable: true,
    takes: 'day or moment',
  })
  expiresAt?: string | null;
}

export class RotateKey {
  @IntegerField('Seconds that the text before still works, seven days at most.', {
    optional: true,
    min: 0,
    max: MAX_GRACE_MS / SECOND_MS,
    default: 0,
    example: 3600,
  })
  graceSeconds?: number;
}

export class RotatedSecretKey extends NewSecretKey {
  @DateField('Until when the text before works; null: it works no more.', { nullable: true })
  previousKeyWorksUntil: string | null;
}
