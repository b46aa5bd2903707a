import { serveSocket } from './scripted-socket.ts';

export interface RedisServer {
  readonly port: number;
  /** The commands that arrived so far, without those by which a client introduces itself. */
  readonly commands: readonly string[];
}

/**
 * Speaks the protocol of Redis: answers commands one after the other as the script says; its last line repeats.
 *
 * @param script answers as they go over the wire, such as `$5\r\nEmily\r\n`; `break-off` ends the connection, `hang` never answers
 */
export async function serveRedis(...script: readonly string[]): Promise<RedisServer> {
  const commands: string[] = [];
  const port = await serveSocket((socket) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      for (;;) {
        const command = readCommand(text);
        if (!command) return;
        text = text.slice(command.length);
        const [name = '', ...rest] = command.words;
        if (introductions.has(name.toUpperCase())) {
          socket.write(name.toUpperCase() === 'HELLO' ? '%1\r\n+proto\r\n:3\r\n' : '+OK\r\n');
          continue;
        }
        commands.push([name, ...rest].join(' '));
        const answer = script[Math.min(commands.length, script.length) - 1] ?? 'hang';
        if (answer === 'break-off') socket.destroy();
        else if (answer !== 'hang') socket.write(answer);
      }
    });
  });
  return { port, commands };
}

const introductions: ReadonlySet<string> = new Set(['HELLO', 'CLIENT', 'SELECT']);

/** Reads a list of texts such as `*2\r\n$3\r\nGET\r\n$2\r\nid\r\n`; undefined while some of it is on its way. */
function readCommand(text: string): { readonly words: readonly string[]; readonly length: number } | undefined {
  const [count] = text.split('\r\n', 1);
  const lines = text.split('\r\n');
  const last = 1 + 2 * Number(count?.slice(1));
  if (!count?.startsWith('*') || lines.length <= last) return undefined;
  const taken = lines.slice(0, last);
  return {
    words: taken.filter((_, index) => index > 0 && index % 2 === 0),
    length: `${taken.join('\r\n')}\r\n`.length,
  };
}
