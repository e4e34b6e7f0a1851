import { BooleanField, DateField, IdField, IntegerField, TextField } from '#infra/http';

const MAX_CAPACITY = 1_000;

export class PutSupportAgent {
  @IntegerField('Conversations at the same time, accepted or not. Default for a new one: 5.', {
    optional: true,
    min: 0,
    max: MAX_CAPACITY,
    example: 3,
  })
  capacity?: number;

  @BooleanField('Whether conversations are assigned to them. Default for a new one: true.', { optional: true })
  isAvailable?: boolean;

  @TextField('Name that end users see. Default for a new one: the user name.', {
    optional: true,
    minLength: 1,
    maxLength: 100,
    example: 'Ada',
  })
  displayName?: string;
}

export class SupportAgentDto {
  @IdField('Id of the user.')
  userId: string;

  @TextField('Name that end users see.')
  displayName: string;

  @IntegerField('Conversations at the same time, accepted or not.', { min: 0 })
  capacity: number;

  @BooleanField('Whether conversations are assigned to them.')
  isAvailable: boolean;

  @IntegerField('Escalations that they have now, accepted or not.', { min: 0 })
  openCount: number;

  @DateField('When this was last changed.')
  updatedAt: string;
}
