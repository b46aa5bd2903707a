import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Client } from 'pg';
import { createClient } from 'redis';

/** Listens on a free port while a call runs, and returns what the call threw. */
async function catchFromPort(
  onSocket: (socket: Socket) => void,
  call: (port: number) => Promise<unknown>,
): Promise<unknown> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket.on('error', () => socket.destroy()));
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    // A server that listens on TCP has an address with a port.
    await call((server.address() as AddressInfo).port);
  } catch (error) {
    return error;
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
  throw new Error('The call was to fail, and it did not');
}

/** Returns what the `pg` client throws for a query that the server answers with this SQLSTATE, or with a cut. */
export function catchFromPostgres(answer: { sqlState: string } | 'cut' | 'cut at once'): Promise<unknown> {
  const onSocket = (socket: Socket): void => {
    if (answer === 'cut at once') socket.destroy();
    socket.once('data', () => {
      socket.write(Buffer.concat([pgMessage('R', int32(0)), pgMessage('Z', Buffer.from('I'))]));
      socket.once('data', () => {
        if (answer === 'cut') socket.destroy();
        else if (answer !== 'cut at once') socket.write(pgError(answer.sqlState));
      });
    });
  };
  return catchFromPort(onSocket, async (port) => {
    const client = new Client({ host: '127.0.0.1', port, user: 'u', database: 'd', ssl: false });
    client.on('error', () => {
      // expected: the client reports a cut twice, here and in the query.
    });
    await client.connect();
    await client.query('SELECT 1');
  });
}

function pgError(sqlState: string): Buffer {
  const fields = ['SERROR', `C${sqlState}`, 'Mthe query failed', ''].map((field) => `${field}\0`).join('');
  return Buffer.concat([pgMessage('E', Buffer.from(fields)), pgMessage('Z', Buffer.from('I'))]);
}

function pgMessage(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

function int32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeInt32BE(value);
  return buffer;
}

/** Returns what the `redis` client throws for a command that the server answers with this error, or with a cut. */
export function catchFromRedis(answer: { error: string } | 'cut'): Promise<unknown> {
  const onSocket = (socket: Socket): void => {
    socket.on('data', (data) => {
      const text = data.toString().toUpperCase();
      if (!text.includes('INCR')) socket.write('+OK\r\n'.repeat(text.split(/^\*\d+\r$/m).length - 1));
      else if (answer === 'cut') socket.destroy();
      else socket.write(`-${answer.error}\r\n`);
    });
  };
  return catchFromPort(onSocket, async (port) => {
    const socket = { host: '127.0.0.1', port, reconnectStrategy: false } as const;
    const client = createClient({ RESP: 2, socket });
    client.on('error', () => {
      // expected: the client reports a cut twice, here and in the command.
    });
    await client.connect();
    try {
      await client.incr('counter');
    } finally {
      client.destroy();
    }
  });
}
