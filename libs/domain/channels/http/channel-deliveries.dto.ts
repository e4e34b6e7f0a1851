import { DateField, EnumField, IdField, IntegerField, PageQuery, TextField } from '#infra/http';
import { CHANNEL_DELIVERY_STATES, type ChannelDeliveryState } from '../channels.types';

export class ChannelDeliveryQuery extends PageQuery {
  @EnumField('Only deliveries in this state.', CHANNEL_DELIVERY_STATES, { optional: true })
  state?: ChannelDeliveryState;
}

export class ChannelDeliveryDto {
  @IdField('Of the message, too.')
  id: string;

  @IdField('The channel.')
  channelId: string;

  @IdField('The conversation.')
  conversationId: string;

  @TextField("The chat, in the platform's words.")
  chatId: string;

  @EnumField(
    '`waiting`: to be sent, or sent again; `skipped`: channels are not live, or nobody listens; `failed`: given up.',
    CHANNEL_DELIVERY_STATES,
  )
  state: ChannelDeliveryState;

  @IntegerField('Calls of the platform that it takes; null: not known yet.', { nullable: true })
  parts: number | null;

  @IntegerField('Parts that were sent.')
  sentParts: number;

  @IntegerField(
    'Parts that were sent again because it was not known whether they had arrived: they may have come twice.',
  )
  doubtfulParts: number;

  @IntegerField('Calls that were begun.')
  attempts: number;

  @DateField('When it is tried next.', { nullable: true })
  nextAttemptAt: string | null;

  @TextField('What was last wrong.', { nullable: true })
  error: string | null;

  @DateField('When it was said.')
  createdAt: string;

  @DateField('When it was sent, given up or skipped.', { nullable: true })
  settledAt: string | null;
}
