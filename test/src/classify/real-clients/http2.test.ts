import { classify } from '@octollm/errors/classify';
import { connect, constants, createServer, type Http2Server, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';

let server: Http2Server;
afterEach(() => {
  server.close();
});

/** Returns what a client throws when the server treats its stream so. */
async function catchFromStream(onStream: (stream: ServerHttp2Stream) => void): Promise<unknown> {
  server = createServer().on('stream', (stream) => {
    stream.on('error', () => {
      // expected: the server reports its own reset, too.
    });
    onStream(stream);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address with a port.
  const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  session.on('error', () => {
    // expected: some resets end the whole session.
  });
  const error = await new Promise<unknown>((resolve) => session.request({ ':path': '/' }).on('error', resolve));
  session.destroy();
  return error;
}

describe('a stream that the server resets', () => {
  it.each([
    ['REFUSED_STREAM', true, 'no'],
    ['INTERNAL_ERROR', true, 'maybe'],
    ['ENHANCE_YOUR_CALM', true, 'maybe'],
    ['PROTOCOL_ERROR', false, 'maybe'],
    ['FLOW_CONTROL_ERROR', false, 'maybe'],
    ['FRAME_SIZE_ERROR', false, 'maybe'],
    ['COMPRESSION_ERROR', false, 'maybe'],
  ] as const)('with %s', async (name, retryable, sent) => {
    const error = await catchFromStream((stream) => stream.close(constants[`NGHTTP2_${name}`]));
    expect(classify(error)).toMatchObject({ kind: 'transport', retryable, sent, code: 'ERR_HTTP2_STREAM_ERROR' });
  });
});

describe('a session that the server closes', () => {
  it('takes no stream any more, so nothing was sent', async () => {
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    server.on('session', (session) => session.goaway());
    const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await new Promise((resolve) => session.once('goaway', resolve));
    const error = await new Promise<unknown>((resolve) => {
      try {
        session.request({ ':path': '/' }).on('error', resolve);
      } catch (caught) {
        resolve(caught);
      }
    });
    session.destroy();
    expect(classify(error)).toMatchObject({ kind: 'transport', retryable: true, sent: 'no' });
  });
});
