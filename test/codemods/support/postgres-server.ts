import type { Socket } from 'node:net';
import { serveSocket } from './scripted-socket.ts';

/** What becomes of a query. */
export type PostgresAnswer =
  | { readonly rows: readonly string[] }
  | { readonly changed: number }
  | { readonly code: string; readonly message: string }
  | 'break-off'
  | 'hang';

export interface PostgresServer {
  readonly port: number;
  /** The statements that arrived so far. */
  readonly queries: readonly string[];
}

/** Speaks the protocol of PostgreSQL, version 3: answers queries one after the other as the script says; its last line repeats. */
export async function servePostgres(...script: readonly PostgresAnswer[]): Promise<PostgresServer> {
  const queries: string[] = [];
  const port = await serveSocket((socket) => {
    let bytes = Buffer.alloc(0);
    let hasStarted = false;
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      for (;;) {
        // The first message of a connection has no letter before its length.
        const letters = hasStarted ? 1 : 0;
        if (bytes.length < letters + 4) return;
        const length = letters + bytes.readInt32BE(letters);
        if (bytes.length < length) return;
        const kind = hasStarted ? bytes.toString('latin1', 0, 1) : 'startup';
        const body = bytes.subarray(letters + 4, length);
        bytes = bytes.subarray(length);
        hasStarted = true;
        if (kind === 'startup') socket.write(Buffer.concat([write('R', Buffer.alloc(4)), ready]));
        // `Parse` is the name of the statement and its text, each ended by a zero.
        if (kind === 'P') queries.push(body.toString('utf8').split('\0')[1] ?? '');
        if (kind === 'S') answerQuery(socket, script[Math.min(queries.length, script.length) - 1] ?? 'hang');
      }
    });
  });
  return { port, queries };
}

function answerQuery(socket: Socket, answer: PostgresAnswer): void {
  if (answer === 'break-off') socket.destroy();
  else if (answer !== 'hang') socket.write(Buffer.concat([...encode(answer), ready]));
}

function encode(answer: Exclude<PostgresAnswer, string>): readonly Buffer[] {
  if ('code' in answer) return [write('E', text('SERROR'), text(`C${answer.code}`), text(`M${answer.message}`), zero)];
  const begun = [write('1'), write('2')];
  if ('changed' in answer) return [...begun, write('n'), write('C', text(`INSERT 0 ${answer.changed}`))];
  const rows = answer.rows.map((row) => write('D', int16(1), int32(Buffer.byteLength(row)), Buffer.from(row)));
  return [...begun, nameColumn, ...rows, write('C', text(`SELECT ${rows.length}`))];
}

const zero = Buffer.alloc(1);
const text = (value: string): Buffer => Buffer.concat([Buffer.from(value), zero]);

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** A message: its letter, its length with the four bytes of the length itself, its parts. */
function write(letter: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(letter), int32(body.length + 4), body]);
}

const ready = write('Z', Buffer.from('I'));
const typeOfText = 25;
/** One column `name`, of no table. */
const nameColumn = write(
  'T',
  int16(1),
  text('name'),
  int32(0),
  int16(0),
  int32(typeOfText),
  int16(-1),
  int32(-1),
  int16(0),
);
