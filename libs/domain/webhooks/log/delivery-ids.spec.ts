import { MINUTE_MS, newId } from '#kernel';
import { lowestIdSince } from './delivery-ids';

test('the lowest id since a time is below those made then, and above those made a minute before and more', () => {
  const id = newId();
  const nowMs = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  expect(lowestIdSince(new Date(nowMs)) < id).toBe(true);
  expect(lowestIdSince(new Date(nowMs + MINUTE_MS)) < id).toBe(true);
  expect(lowestIdSince(new Date(nowMs + MINUTE_MS + 1)) > id).toBe(true);
});

test.each(['0001-01-01', '1970-01-01', '2026-01-01', '9999-12-31'])('it is a UUID for %s', (day) => {
  expect(lowestIdSince(new Date(`${day}T00:00:00Z`))).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-0000-0000-0{12}$/);
});
