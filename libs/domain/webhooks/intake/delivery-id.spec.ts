import { isUuid, newId } from '#kernel';
import { deliveryId } from './delivery-id';

describe('the id of a delivery', () => {
  const eventId = newId();
  const webhookId = newId();

  test('is the same whenever it is made, and a UUIDv7 of the time of the event', () => {
    const id = deliveryId(eventId, webhookId, 'message.sent');
    expect(deliveryId(eventId, webhookId, 'message.sent')).toBe(id);
    expect(isUuid(id)).toBe(true);
    expect(id.slice(0, 13)).toBe(eventId.slice(0, 13));
    expect(id).toMatch(/^.{14}7.{4}[89ab]/);
    expect(id.slice(14, 19)).toMatch(/^7[0-9a-f]{3}-$/);
  });

  test('is another for another event, webhook or name', () => {
    const ids = [
      deliveryId(eventId, webhookId, 'message.sent'),
      deliveryId(newId(), webhookId, 'message.sent'),
      deliveryId(eventId, newId(), 'message.sent'),
      deliveryId(eventId, webhookId, 'message.received'),
    ];
    expect(new Set(ids).size).toBe(4);
  });
});
