import { EnumField, IntegerField, NestedListField, TextField } from '#infra/http';

export class Model {
  @TextField('Slug of the bot.', { example: 'support-bot' })
  id: string;

  @EnumField('What it is.', ['model'])
  object: 'model';

  @IntegerField('When the bot was made, in seconds since 1970.', { example: 1_896_091_200 })
  created: number;

  @TextField('Who has made it.', { example: 'parley' })
  owned_by: string;

  @TextField('Display name of the bot.', { example: 'Support' })
  name: string;
}

export class ModelList {
  @EnumField('What it is.', ['list'])
  object: 'list';

  @NestedListField('The bots of the team, oldest first.', () => Model, { maxItems: 100_000 })
  data: Model[];
}
