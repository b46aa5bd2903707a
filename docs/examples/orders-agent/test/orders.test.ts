import { describe, expect, it } from 'vitest';
import { sign } from '../src/payments/webhook.js';
import { parseOrderInput } from '../src/services/order-service.js';
import type { Config } from '../src/config.js';
import { completion, fakeServer, lowRisk, orderInput, paymentReply } from './support.js';
import { testApp } from './test-app.js';

async function appWithUpstreams(changes: Partial<Config> = {}, charge = paymentReply, llm = () => lowRisk) {
  const payments = await fakeServer(charge);
  const openai = await fakeServer(llm);
  const app = await testApp({ paymentsUrl: payments.url, openaiBaseUrl: `${openai.url}/v1`, ...changes });
  return { app, payments, openai };
}

describe('parseOrderInput', () => {
  it('gives back what is right', () => {
    expect(parseOrderInput(orderInput)).toEqual(orderInput);
  });

  it.each([
    ['no lines', { ...orderInput, lines: [] }, /line is required/],
    ['a quantity of 0', { ...orderInput, lines: [{ sku: 'tea', quantity: 0, unitPrice: 1 }] }, /quantity of tea/],
    ['a negative price', { ...orderInput, lines: [{ sku: 'tea', quantity: 1, unitPrice: -1 }] }, /price of tea/],
    ['a foreign currency', { ...orderInput, currency: 'XXX' }, /currency XXX/],
    ['a long note', { ...orderInput, note: 'x'.repeat(2001) }, /note/],
    ['a line without sku', { ...orderInput, lines: [{ quantity: 1, unitPrice: 1 }] }, /lines\.0\.sku/],
  ])('refuses %s', (_, input, message) => {
    expect(() => parseOrderInput(input)).toThrow(message);
  });
});

describe('OrderService', () => {
  it('takes an order from creation to the invoice', async () => {
    const { app } = await appWithUpstreams();
    const order = await app.service.create('cus_1', orderInput);
    await app.service.triage(order.id);
    const charged = await app.service.charge(order.id);
    expect(charged).toMatchObject({ status: 'charged', paymentId: 'ch_1', triage: { priority: 'normal' } });
    app.queue.enqueue('invoice', order.id);
    await app.worker.drain();
    expect(await app.invoices.find(order.id)).toMatchObject({ orderId: order.id, total: 900 });
  });

  it('refuses an order of a customer that it does not know', async () => {
    const { app } = await appWithUpstreams();
    await expect(app.service.create('cus_9', orderInput)).rejects.toThrow(/Customer not found/);
  });

  it('refuses an order above the daily limit, in the currency of the limit', async () => {
    const { app } = await appWithUpstreams();
    await app.customers.setDailyLimit('cus_1', 500);
    await expect(app.service.create('cus_1', orderInput)).rejects.toThrow(/daily limit/);
    await expect(app.service.create('cus_1', { ...orderInput, currency: 'USD' })).resolves.toMatchObject({
      total: 900,
    });
  });

  it('does not charge before the triage', async () => {
    const { app, payments } = await appWithUpstreams();
    const order = await app.service.create('cus_1', orderInput);
    await expect(app.service.charge(order.id)).rejects.toThrow(/cannot go from received to charged/);
    expect(payments.requests).toHaveLength(0);
  });

  it('holds an order whose card was declined', async () => {
    const { app } = await appWithUpstreams({}, () => ({ status: 402, body: { error: { code: 'expired_card' } } }));
    const order = await app.service.create('cus_1', orderInput);
    await app.service.triage(order.id);
    await expect(app.service.charge(order.id)).rejects.toThrow(/expired_card/);
    expect(await app.orders.get(order.id)).toMatchObject({ status: 'on_hold', note: 'Payment declined: expired_card' });
  });

  it('leaves an order alone when the payment API is broken', async () => {
    const { app } = await appWithUpstreams({}, () => ({ status: 503 }));
    const order = await app.service.create('cus_1', orderInput);
    await app.service.triage(order.id);
    await expect(app.service.charge(order.id)).rejects.toThrow(/Payment of order .* failed/);
    expect((await app.orders.get(order.id)).status).toBe('triaged');
  });

  it('leaves an order alone when the triage fails', async () => {
    const { app } = await appWithUpstreams({}, paymentReply, () => completion('no idea'));
    const order = await app.service.create('cus_1', orderInput);
    await expect(app.service.triage(order.id)).rejects.toThrow(/triage of order .* failed/);
    expect((await app.orders.get(order.id)).status).toBe('received');
  });

  it('pays back when a charged order is cancelled', async () => {
    const { app, payments } = await appWithUpstreams();
    const order = await app.service.create('cus_1', orderInput);
    await app.service.triage(order.id);
    await app.service.charge(order.id);
    expect((await app.service.cancel(order.id)).status).toBe('cancelled');
    expect(payments.requests.at(-1)).toMatchObject({ path: '/v1/charges/ch_1/refunds', body: { amount: 900 } });
  });

  it('keeps a charged order when the refund fails', async () => {
    const { app } = await appWithUpstreams({}, (request) =>
      request.path.endsWith('/refunds') ? { status: 400, body: {} } : paymentReply(request),
    );
    const order = await app.service.create('cus_1', orderInput);
    await app.service.triage(order.id);
    await app.service.charge(order.id);
    await expect(app.service.cancel(order.id)).rejects.toThrow(/refund/);
    expect((await app.orders.get(order.id)).status).toBe('charged');
  });
});

describe('payment webhook', () => {
  async function deliver(app: Awaited<ReturnType<typeof testApp>>, event: object) {
    const payload = JSON.stringify(event);
    return app.server.inject({
      method: 'POST',
      url: '/webhooks/payments',
      payload,
      headers: { 'content-type': 'application/json', 'x-signature': sign(payload, app.config.webhookSecret) },
    });
  }

  it('charges the order once', async () => {
    const { app } = await appWithUpstreams();
    const order = await app.service.create('cus_1', orderInput);
    await app.service.triage(order.id);
    const event = { id: 'evt_1', type: 'charge.succeeded', orderId: order.id, chargeId: 'ch_7', amount: 900 };
    expect((await deliver(app, event)).json()).toEqual({ result: 'processed' });
    expect((await deliver(app, event)).json()).toEqual({ result: 'duplicate' });
    expect(await app.orders.get(order.id)).toMatchObject({ status: 'charged', paymentId: 'ch_7' });
  });

  it('holds the order when the charge failed', async () => {
    const { app } = await appWithUpstreams();
    const order = await app.service.create('cus_1', orderInput);
    await deliver(app, { id: 'evt_2', type: 'charge.failed', orderId: order.id, chargeId: 'ch_7', amount: 900 });
    expect((await app.orders.get(order.id)).status).toBe('on_hold');
  });

  it('answers 503 while the database is down', async () => {
    const { app } = await appWithUpstreams();
    app.memory.failNext('insert', new Error('connection terminated'));
    const event = { id: 'evt_3', type: 'charge.failed', orderId: 'ord_1', chargeId: 'ch_7', amount: 900 };
    expect((await deliver(app, event)).statusCode).toBe(503);
  });
});
