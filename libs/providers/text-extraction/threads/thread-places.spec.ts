import { ThreadPlaces } from './thread-places';

describe('places', () => {
  test('are taken by so many, and then in the order of asking', async () => {
    const places = new ThreadPlaces(1);
    const order: string[] = [];
    await places.take();
    const waiting = ['first', 'second'].map((name) => places.take().then(() => order.push(name)));
    places.giveBack();
    await waiting[0];
    expect(order).toEqual(['first']);
    places.giveBack();
    await waiting[1];
    expect(order).toEqual(['first', 'second']);
  });

  test('are not kept for who has left', async () => {
    const places = new ThreadPlaces(1);
    await places.take();
    const leaving = new AbortController();
    const left = places.take(leaving.signal);
    const staying = places.take();
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    places.giveBack();
    await staying;
    await expect(places.take(leaving.signal)).rejects.toThrow('left');
    places.giveBack();
    await places.take();
  });
});
