import { beforeEach, describe, expect, it } from 'vitest';
import { RateLimiter, verifyToken } from '../src/http/guards.js';
import { deadUrl, fakeServer, lowRisk, orderInput, paymentReply } from './support.js';
import { testApp, type TestApp } from './test-app.js';

let app: TestApp;

beforeEach(async () => {
  const payments = await fakeServer(paymentReply);
  const openai = await fakeServer((request) =>
    request.path === '/v1/models' ? { body: { object: 'list', data: [{ id: 'test' }] } } : lowRisk,
  );
  app = await testApp({ paymentsUrl: payments.url, openaiBaseUrl: `${openai.url}/v1` });
});

async function call(method: 'GET' | 'POST' | 'DELETE', url: string, body?: object, customerId = 'cus_1') {
  const response = await app.server.inject({ method, url, payload: body, headers: app.bearer(customerId) });
  return { status: response.statusCode, body: response.body === '' ? undefined : response.json(), response };
}

async function createOrder(): Promise<any> {
  return (await call('POST', '/orders', orderInput)).body;
}

describe('orders', () => {
  it('creates an order and queues its triage', async () => {
    const { status, body } = await call('POST', '/orders', orderInput);
    expect(status).toBe(201);
    expect(body).toMatchObject({ customerId: 'cus_1', total: 900, status: 'received' });
    await app.worker.drain();
    expect((await call('GET', `/tasks/${body.taskId}`)).body).toMatchObject({ status: 'done' });
    expect((await call('GET', `/orders/${body.id}`)).body.status).toBe('triaged');
  });

  it('answers 400 to an order that is not valid', async () => {
    const { status, body } = await call('POST', '/orders', { ...orderInput, lines: [] });
    expect(status).toBe(400);
    expect(body.error).toMatch(/line is required/);
  });

  it('answers 400 to a body that is not JSON', async () => {
    const response = await app.server.inject({
      method: 'POST',
      url: '/orders',
      payload: '{',
      headers: { 'content-type': 'application/json', ...app.bearer('cus_1') },
    });
    expect(response.statusCode).toBe(400);
    expect(response.json().error).toMatch(/malformed JSON/);
  });

  it('answers 404 to an order that is not there', async () => {
    expect(await call('GET', '/orders/ord_9')).toMatchObject({ status: 404 });
    expect(await call('GET', '/nowhere')).toMatchObject({ status: 404 });
  });

  it('answers 400 to a limit that is no number', async () => {
    expect(await call('GET', '/orders?limit=many')).toMatchObject({ status: 400 });
    await createOrder();
    expect((await call('GET', '/orders?limit=5')).body.orders).toHaveLength(1);
  });

  it('answers 503 while the database is down', async () => {
    const { id } = await createOrder();
    await app.cache.del(`order:${id}`);
    app.memory.failNext('findWhere', new Error('connection terminated'));
    expect(await call('GET', '/orders')).toMatchObject({ status: 503 });
    expect(await call('GET', '/orders')).toMatchObject({ status: 200 });
  });

  it('answers 503 when the queue is full', async () => {
    for (let i = 0; i < 10; i++) app.queue.enqueue('triage', 'ord_0');
    const { status, body } = await call('POST', '/orders', orderInput);
    expect(status).toBe(503);
    expect(body.error).toMatch(/capacity/i);
  });

  it('charges an order, and not twice', async () => {
    const { id } = await createOrder();
    await app.worker.drain();
    expect(await call('POST', `/orders/${id}/charge`)).toMatchObject({ status: 200, body: { status: 'charged' } });
    expect(await call('POST', `/orders/${id}/charge`)).toMatchObject({ status: 409 });
  });

  it('cancels an order, and not twice', async () => {
    const { id } = await createOrder();
    expect(await call('POST', `/orders/${id}/cancel`)).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect(await call('POST', `/orders/${id}/cancel`)).toMatchObject({ status: 409 });
  });

  it('cancels a waiting task, but no finished one', async () => {
    const { id, taskId } = await createOrder();
    expect(await call('DELETE', `/tasks/${taskId}`)).toMatchObject({ status: 204 });
    expect(await call('DELETE', '/tasks/task_9')).toMatchObject({ status: 400 });
    await app.worker.drain();
    expect((await call('GET', `/orders/${id}`)).body.status).toBe('received');
  });
});

describe('charging without a payment API', () => {
  it('queues the charge when nobody answers', async () => {
    app = await testApp({ paymentsUrl: await deadUrl() });
    const { id } = await createOrder();
    await app.orders.saveTriage(id, { priority: 'low', risk: 0, reason: '' });
    const { status, body } = await call('POST', `/orders/${id}/charge`);
    expect(status).toBe(202);
    expect(app.queue.get(body.taskId)).toMatchObject({ kind: 'charge', orderId: id });
  });
});

describe('authentication', () => {
  it.each([
    ['no header', undefined, /missing authorization/],
    ['another scheme', 'Basic YTpi', /only bearer tokens/],
    ['a token without signature', 'Bearer cus_1', /malformed token/],
    ['a wrong signature', 'Bearer cus_1.abc', /invalid token signature/],
  ])('answers 401 to %s', async (_, authorization, message) => {
    const response = await app.server.inject({ url: '/orders', headers: authorization ? { authorization } : {} });
    expect(response.statusCode).toBe(401);
    expect(response.json().error).toMatch(message);
  });

  it('answers 401 to a customer that is gone', async () => {
    expect(await call('GET', '/orders', undefined, 'cus_9')).toMatchObject({ status: 401 });
  });

  it('answers 403 to the orders of somebody else', async () => {
    await app.customers.create({ ...(await app.customers.get('cus_1')), id: 'cus_2', email: 'bob@example.com' });
    const { id } = await createOrder();
    expect(await call('GET', `/orders/${id}`, undefined, 'cus_2')).toMatchObject({ status: 403 });
    expect(await call('GET', `/orders/${id}`, undefined, 'cus_op')).toMatchObject({ status: 200 });
  });

  it('reads the customer from a token', () => {
    const token = app.bearer('cus_1').authorization.slice('Bearer '.length);
    expect(verifyToken(token, app.config.authSecret)).toBe('cus_1');
  });

  it('answers 401 to a webhook without signature', async () => {
    const response = await app.server.inject({ method: 'POST', url: '/webhooks/payments', payload: {} });
    expect(response.statusCode).toBe(401);
    expect(response.json().error).toMatch(/missing webhook signature/);
  });
});

describe('rate limit', () => {
  it('answers 429 with the time to wait', async () => {
    for (let i = 0; i < 100; i++) await call('GET', '/orders');
    const { status, body, response } = await call('GET', '/orders');
    expect(status).toBe(429);
    expect(body.error).toMatch(/rate limit exceeded/i);
    expect(response.headers['retry-after']).toBe('60');
  });

  it('starts over after a minute', () => {
    let now = 0;
    const limiter = new RateLimiter(1, () => now);
    limiter.check('a');
    expect(() => limiter.check('a')).toThrow(/rate limit/i);
    limiter.check('b');
    now = 60_000;
    expect(() => limiter.check('a')).not.toThrow();
  });
});

describe('operators', () => {
  const admin = (method: 'GET' | 'POST', url: string, body?: object) => call(method, `/admin${url}`, body, 'cus_op');

  it('answers 403 to customers', async () => {
    expect(await call('GET', '/admin/orders?status=received')).toMatchObject({ status: 403 });
  });

  it('lists orders by status', async () => {
    await createOrder();
    expect((await admin('GET', '/orders?status=received')).body.orders).toHaveLength(1);
    expect(await admin('GET', '/orders?status=lost')).toMatchObject({ status: 400 });
  });

  it('sets the daily limit', async () => {
    expect(await admin('POST', '/customers/cus_1/limit', { dailyLimit: 1 })).toMatchObject({ status: 204 });
    expect(await admin('POST', '/customers/cus_1/limit', {})).toMatchObject({ status: 400 });
    expect(await admin('POST', '/customers/cus_9/limit', { dailyLimit: 1 })).toMatchObject({ status: 404 });
    expect(await call('POST', '/orders', orderInput)).toMatchObject({ status: 400 });
  });

  it('fulfils what is paid', async () => {
    const { id } = await createOrder();
    await app.worker.drain();
    expect(await admin('POST', `/orders/${id}/fulfil`)).toMatchObject({ status: 409 });
    await call('POST', `/orders/${id}/charge`);
    expect(await admin('POST', `/orders/${id}/fulfil`)).toMatchObject({ status: 200, body: { status: 'fulfilled' } });
  });

  it('answers 404 while there is no invoice', async () => {
    expect(await admin('GET', '/orders/ord_9/invoice')).toMatchObject({ status: 404 });
  });

  it('lists the models, sends the digest', async () => {
    expect((await admin('GET', '/models')).body).toEqual({ models: ['test'] });
    expect((await admin('POST', '/digest')).body).toEqual({ delivered: 1 });
  });
});

describe('server', () => {
  it('says whether it is healthy', async () => {
    expect((await app.server.inject('/health')).json()).toEqual({ status: 'ok' });
    app.memory.failNext('ping', new Error('connection terminated'));
    expect((await app.server.inject('/health')).statusCode).toBe(503);
  });

  it('listens, works and stops', async () => {
    const address = await app.start();
    const response = await fetch(`${address}/health`);
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  it('says that its port is taken', async () => {
    const address = await app.start();
    const second = await testApp({ port: Number(new URL(address).port) });
    await expect(second.start()).rejects.toThrow(/cannot listen/);
  });
});
