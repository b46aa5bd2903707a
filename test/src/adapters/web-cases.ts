import { request } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { InternalError, TaskNotFoundError } from '../../../src/errors/index.ts';
import type { ServedApplication, WebOptions } from './serve-and-record.ts';
import { post, serveAndRecord } from './serve-and-record.ts';
import { secret, webFailures } from './web-failures.ts';
import type { StartWebServer } from './web-server.ts';
import { failedHeaders } from './web-server.ts';

/** The reading list that every web framework has to pass, over real sockets. */
export function describeWebCases(framework: string, start: StartWebServer): void {
  const serve = (options: WebOptions = {}): Promise<ServedApplication> => serveAndRecord(start, options);

  describe(`${framework} reports what a handler throws`, () => {
    it.each(Object.entries(webFailures))('%s', async (name, { status, code, message, headers = {} }) => {
      await using server = await serve();

      const response = await fetch(`${server.url}/throw/${encodeURIComponent(name)}`);

      const text = await response.text();
      expect(JSON.parse(text)).toMatchObject({ error: code, message, details: expect.any(Object) });
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(Object.fromEntries(response.headers)).toMatchObject(headers);
      expect(text).not.toContain(secret);
      expect([...response.headers.values()].join()).not.toContain(secret);
      expect(server.recorded).toEqual([expect.objectContaining({ status, sent: true })]);
    });

    it('from a handler that is not async', async () => {
      await using server = await serve();

      const response = await fetch(`${server.url}/throw-sync/${encodeURIComponent('an error of the standard')}`);

      expect([response.status, await response.json()]).toMatchObject([404, { error: 'TASK_NOT_FOUND' }]);
    });

    it('P10: broken rules with 422 and pointers', async () => {
      await using server = await serve();

      const response = await fetch(`${server.url}/throw/several broken rules`);

      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({
        details: { errors: [{ field: 'items[0].name', message: 'is missing', pointer: '/items/0/name' }] },
      });
    });

    it('P13: as problem details, without a charset parameter', async () => {
      await using server = await serve({
        format: 'problem',
        traceId: () => '4bf92f3577b34da6a3ce929d0e0e4736',
        getProblemType: (code) => `https://errors.example/${code}`,
      });

      const response = await fetch(`${server.url}/throw/several broken rules`);

      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await response.json()).toEqual({
        type: 'https://errors.example/VALIDATION_ERRORS',
        title: 'Several fields are invalid',
        status: 422,
        detail: 'Validation failed with 1 error',
        instance: server.recorded[0]?.instance,
        code: 'VALIDATION_ERRORS',
        errors: [{ detail: 'is missing', pointer: '#/items/0/name' }],
        trace_id: '4bf92f3577b34da6a3ce929d0e0e4736',
      });
    });

    it('L20: a masked failure under an id that its record has too', async () => {
      await using server = await serve();

      const response = await fetch(`${server.url}/throw/an unknown error`);

      expect(await response.json()).toMatchObject({ error_id: server.recorded[0]?.instance });
      expect(server.recorded[0]?.instance).toMatch(/^urn:uuid:[\da-f-]{36}$/);
      expect(server.recorded[0]?.error).toBeInstanceOf(TypeError);
    });

    it('with the status of an upstream, when that is the fault of the client', async () => {
      await using server = await serve({ attributeTo: 'client' });

      const response = await fetch(`${server.url}/throw/P6: a refusal of an upstream, which is not replayed`);

      expect(response.status).toBe(401);
    });

    it('as the error of the standard that the application makes of it', async () => {
      await using server = await serve({
        convert: (error) => (error instanceof TypeError ? TaskNotFoundError.forTask('7') : undefined),
      });

      const response = await fetch(`${server.url}/throw/an unknown error`);

      expect([response.status, await response.json()]).toMatchObject([404, { error: 'TASK_NOT_FOUND' }]);
      expect(server.recorded[0]?.error).toBeInstanceOf(TypeError);
    });

    it('without the headers of the body that failed, and with all others', async () => {
      await using server = await serve();

      const { headers } = await fetch(`${server.url}/headers`);

      expect(headers.get('x-request-id')).toBe(failedHeaders['x-request-id']);
      expect([headers.get('cache-control'), headers.get('content-encoding'), headers.get('etag')]).toEqual([
        null,
        null,
        null,
      ]);
    });
  });

  describe(`${framework} refuses`, () => {
    it('an address that nothing answers', async () => {
      await using server = await serve();

      const response = await fetch(`${server.url}/nowhere`);

      expect([response.status, await response.json()]).toMatchObject([404, { error: 'NOT_FOUND' }]);
      expect(server.recorded).toEqual([expect.objectContaining({ status: 404 })]);
    });

    it('a body that is no JSON', async () => {
      await using server = await serve();

      const response = await post(server.url, '{"name":');

      expect([response.status, await response.json()]).toMatchObject([400, { error: 'INVALID_INPUT' }]);
    });

    it('a body that is too large', async () => {
      await using server = await serve();

      const response = await post(server.url, JSON.stringify('x'.repeat(200)));

      expect([response.status, await response.json()]).toMatchObject([413, { error: 'CONTENT_TOO_LARGE' }]);
    });

    it('nothing about a body that is right', async () => {
      await using server = await serve();

      const response = await post(server.url, '{"name":"x"}');

      expect([response.status, await response.json(), server.recorded]).toEqual([200, { name: 'x' }, []]);
    });
  });

  describe(`${framework} keeps to the protocol`, () => {
    it('HEAD has the status and the headers of GET, and no body', async () => {
      await using server = await serve();

      const response = await fetch(`${server.url}/throw/an open circuit`, { method: 'HEAD' });

      expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([503, '30', '']);
      expect(server.recorded).toHaveLength(1);
    });

    it('a response that has begun is cut off, so that nobody takes it for whole', async () => {
      await using server = await serve();

      const response = await fetch(`${server.url}/started`);

      expect(response.status).toBe(200);
      await expect(response.text()).rejects.toThrow();
    });

    it('the connection serves the next request after a failure', async () => {
      await using server = await serve();

      for (const expected of [404, 404]) {
        const response = await fetch(`${server.url}/throw/an error of the standard`);
        await response.text();
        expect(response.status).toBe(expected);
      }
    });

    it('a client that left gets nothing, and is recorded as 499', async () => {
      await using server = await serve();

      const leaving = request(`${server.url}/leave`).on('error', () => {
        // expected: the client hangs up on purpose.
      });
      leaving.end();
      await server.arrival;
      leaving.destroy();

      await vi.waitFor(() => expect(server.recorded).toHaveLength(1));
      expect(server.recorded[0]).toMatchObject({ status: 499, sent: false });
    });
  });

  describe(`${framework} survives the functions of the application`, () => {
    it('a recorder that throws', async () => {
      await using server = await serve({
        onError: () => {
          throw new Error('The disk is full');
        },
      });

      const response = await fetch(`${server.url}/throw/an error of the standard`);

      expect(response.status).toBe(404);
    });

    it('a recorder that rejects', async () => {
      await using server = await serve({ onError: () => Promise.reject(new Error('The log is away')) });

      const response = await fetch(`${server.url}/throw/an error of the standard`);

      expect(response.status).toBe(404);
    });

    it('a conversion that throws: that bug is recorded, with what it was about', async () => {
      await using server = await serve({
        convert: () => {
          throw new RangeError(secret);
        },
      });

      const response = await fetch(`${server.url}/throw/a number`);

      expect([response.status, await response.json()]).toMatchObject([500, { error: 'INTERNAL_ERROR' }]);
      expect(server.recorded[0]?.error).toBeInstanceOf(InternalError);
      expect(server.recorded[0]?.error).toMatchObject({ cause: new RangeError(secret), context: { thrown: 42 } });
    });
  });
}
