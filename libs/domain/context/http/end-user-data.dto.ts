import { DateField, IdField, ObjectField, TextField } from '#infra/http';

export class EndUserData {
  @IdField('The chatbot; null: all of the team.', { nullable: true })
  chatbotId: string | null;

  @TextField('Your own id of the end user.')
  userId: string;

  @DateField('When it was read.')
  exportedAt: string;

  @ObjectField(
    'Everything that is held of the end user, by who holds it: conversations with their messages, ratings, context and so on.',
  )
  records: Record<string, unknown>;
}

export class ErasedEndUser {
  @IdField('The chatbot; null: all of the team.', { nullable: true })
  chatbotId: string | null;

  @TextField('Your own id of the end user.')
  userId: string;

  @ObjectField('How many records were erased, by who held them.', { example: { conversations: 2, context: 5 } })
  erased: Record<string, number>;
}
