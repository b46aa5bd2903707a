import { EventEmitter } from 'node:events';
import { AuthenticationError, InvalidInputError, TimeoutError } from '@octollm/errors';

export function waitForReply(socket: EventEmitter, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new TimeoutError(`Request timed out after ${timeoutMs} ms`, { details: { timeout_ms: timeoutMs } })), timeoutMs);
    socket.once('message', resolve);
  });
}

export function parsePort(text: string): Promise<number> {
  const port = Number(text);
  return Number.isInteger(port) ? Promise.resolve(port) : Promise.reject(new InvalidInputError(`Invalid port: ${text} must be a number`));
}

export function connect(options: { token?: string }): void {
  const error = new AuthenticationError('Authentication failed: invalid token');
  if (!options.token) throw error;
}
