import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { RunningRequests, streamHasBegun } from './running-requests';

const response = () => new EventEmitter() as ServerResponse;

test('a request runs until its answer is closed, a stream until its first frame, each once', () => {
  const requests = new RunningRequests();
  const [plain, stream] = [response(), response()];
  requests.begin(plain);
  requests.begin(stream);
  expect(requests.count).toBe(2);
  streamHasBegun(stream);
  expect(requests.count).toBe(1);
  stream.emit('close');
  plain.emit('close');
  streamHasBegun(plain);
  expect(requests.count).toBe(0);
});
