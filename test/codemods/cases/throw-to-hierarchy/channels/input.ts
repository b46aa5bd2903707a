import { EventEmitter } from 'node:events';

export function waitForReply(socket: EventEmitter, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`Request timed out after ${timeoutMs} ms`)), timeoutMs);
    socket.once('message', resolve);
  });
}

export function parsePort(text: string): Promise<number> {
  const port = Number(text);
  return Number.isInteger(port) ? Promise.resolve(port) : Promise.reject(Error(`Invalid port: ${text} must be a number`));
}

export function connect(options: { token?: string }): void {
  const error = new Error('Authentication failed: invalid token');
  if (!options.token) throw error;
}
