/** Bytes on a socket, for what no HTTP client would send. */
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

export interface RawAnswer {
  /** All that came until the server closed the connection, or until the time was over. */
  text: string;
  isClosed: boolean;
  /** Of all answers that came, in order. */
  statuses: number[];
}

/** Sends the text and reads until the server closes; a connection that stays open is given up after so long. */
export async function sendRaw(baseUrl: string, text: string, patienceMs = 3_000): Promise<RawAnswer> {
  const socket = await openRaw(baseUrl);
  socket.write(text, 'latin1');
  return readRaw(socket, patienceMs);
}

export async function openRaw(baseUrl: string): Promise<Socket> {
  const { hostname, port } = new URL(baseUrl);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}

export async function readRaw(socket: Socket, patienceMs: number): Promise<RawAnswer> {
  let text = '';
  socket.on('data', (piece) => {
    text += piece.toString('latin1');
  });
  const closed = new Promise<true>((resolve) => socket.once('close', () => resolve(true)));
  const isClosed = socket.destroyed || (await Promise.race([closed, delay(patienceMs, false, { ref: false })]));
  socket.destroy();
  const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
  return { text, isClosed, statuses };
}
