import { CircuitOpenError, TimeoutError } from '@octollm/errors/errors';
import { createClient } from 'redis';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadGuarded } from '../support/load-guarded.ts';
import { serveRedis } from '../support/redis-server.ts';

const source = `
import type { RedisClientType } from 'redis';

export const find = (client: RedisClientType, key: string): Promise<unknown> => client.get(key);
export const count = (client: RedisClientType, key: string): Promise<unknown> => client.incr(key);
`;

type Client = ReturnType<typeof createClient>;

interface Sessions {
  readonly find: (client: Client, key: string) => Promise<unknown>;
  readonly count: (client: Client, key: string) => Promise<unknown>;
}

const load = loadGuarded<Sessions>(source);

/** A client, which connects again at once, on a server that follows the script. */
async function connect(...script: readonly string[]): Promise<{ client: Client; commands: readonly string[] }> {
  const { port, commands } = await serveRedis(...script);
  const client: Client = createClient({ socket: { host: '127.0.0.1', port, reconnectStrategy: 1 } });
  client.on('error', () => {
    // expected: calls tell of their failures themselves
  });
  onTestFinished(() => client.destroy());
  await client.connect();
  return { client, commands };
}

const wrongType = '-WRONGTYPE Operation against a key holding the wrong kind of value\r\n';

describe('nothing changes', () => {
  it.each([
    ['a text', '$5\r\nEmily\r\n', 'Emily'],
    ['nothing', '_\r\n', null],
  ])('%s is handed over as it is', async (_, answer, value) => {
    for (const { find } of Object.values(load())) {
      const { client, commands } = await connect(answer);
      expect(await find(client, 'user:7')).toBe(value);
      expect(commands).toEqual(['GET user:7']);
    }
  });

  it('so is a number, and a write is sent once', async () => {
    for (const { count } of Object.values(load())) {
      const { client, commands } = await connect(':3\r\n');
      expect(await count(client, 'visits')).toBe(3);
      expect(commands).toEqual(['INCR visits']);
    }
  });

  it('and an error that the server answers with, which is asked once', async () => {
    for (const { find } of Object.values(load())) {
      const { client, commands } = await connect(wrongType);
      await expect(find(client, 'user:7')).rejects.toThrow('WRONGTYPE');
      expect(commands).toHaveLength(1);
    }
  });

  it('as often as it likes: what is wrong with a command says nothing of the service', async () => {
    const { after } = load();
    const { client, commands } = await connect(wrongType);
    for (let call = 1; call <= 8; call++) await expect(after.find(client, 'user:7')).rejects.toThrow('WRONGTYPE');
    expect(commands).toHaveLength(8);
  });

  it('a write that may have been done is never sent again', async () => {
    for (const { count } of Object.values(load())) {
      const { client, commands } = await connect('break-off', ':3\r\n');
      await expect(count(client, 'visits')).rejects.toThrow('Socket closed unexpectedly');
      expect(commands).toEqual(['INCR visits']);
    }
  });
});

describe('guarded', () => {
  it('a read goes through when the connection breaks once', async () => {
    const { before, after } = load();
    const broken = await connect('break-off', '$5\r\nEmily\r\n');
    await expect(before.find(broken.client, 'user:7')).rejects.toThrow('Socket closed unexpectedly');
    const { client, commands } = await connect('break-off', '$5\r\nEmily\r\n');
    expect(await after.find(client, 'user:7')).toBe('Emily');
    expect(commands).toHaveLength(2);
  });

  it('an answer that never comes ends at the time limit', async () => {
    const { client, commands } = await connect('hang');
    await expect(load(50).after.count(client, 'visits')).rejects.toBeInstanceOf(TimeoutError);
    expect(commands).toHaveLength(1);
  });

  it('a server that breaks off again and again is left in peace', async () => {
    const { after } = load();
    const { client, commands } = await connect('break-off');
    for (let call = 1; call <= 5; call++) await expect(after.count(client, 'visits')).rejects.toThrow('Socket closed');
    await expect(after.count(client, 'visits')).rejects.toBeInstanceOf(CircuitOpenError);
    expect(commands).toHaveLength(5);
  });
});
