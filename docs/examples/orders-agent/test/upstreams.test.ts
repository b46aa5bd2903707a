import { describe, expect, it } from 'vitest';
import { PaymentClient } from '../src/payments/client.js';
import { parseEvent, sign, verifySignature } from '../src/payments/webhook.js';
import { type Channel, Notifications, slackChannel } from '../src/services/notifications.js';
import { deadUrl, fakeServer, order, paymentReply, type Received, type Reply, testConfig } from './support.js';

async function clientOver(answer: (request: Received, index: number) => Reply, requestTimeoutMs = 1000) {
  const server = await fakeServer(answer);
  return { server, client: new PaymentClient(testConfig({ paymentsUrl: `${server.url}/`, requestTimeoutMs })) };
}

const request = { orderId: 'ord_1', amount: 900, currency: 'EUR', cardToken: 'tok_visa' };

describe('charge', () => {
  it('sends the order with the secret', async () => {
    const { server, client } = await clientOver(paymentReply);
    expect(await client.charge(request)).toMatchObject({ id: 'ch_1', status: 'succeeded', amount: 900 });
    expect(server.requests).toMatchObject([
      { method: 'POST', path: '/v1/charges', body: request, headers: { authorization: 'Bearer pay-secret' } },
    ]);
  });

  it('refuses amounts and currencies that make no sense', async () => {
    const { server, client } = await clientOver(paymentReply);
    await expect(client.charge({ ...request, amount: 0 })).rejects.toThrow(/amount/);
    await expect(client.charge({ ...request, currency: 'euro' })).rejects.toThrow(/currency/);
    expect(server.requests).toHaveLength(0);
  });

  it('says why a card was declined', async () => {
    const { client } = await clientOver(() => ({ status: 402, body: { error: { code: 'insufficient_funds' } } }));
    await expect(client.charge(request)).rejects.toMatchObject({
      message: 'Payment declined: insufficient_funds',
      declineCode: 'insufficient_funds',
    });
  });

  it('does not charge twice when the API fails', async () => {
    const { server, client } = await clientOver(() => ({ status: 500 }));
    await expect(client.charge(request)).rejects.toThrow(/Payment API error.*500/);
    expect(server.requests).toHaveLength(1);
  });

  it('says that the answer is not JSON', async () => {
    const { client } = await clientOver(() => ({ status: 201, text: '<html>' }));
    await expect(client.charge(request)).rejects.toThrow(/not valid JSON/);
  });

  it('does not wait forever', async () => {
    const { client } = await clientOver(() => ({ hang: true }), 50);
    await expect(client.charge(request)).rejects.toThrow(/timed out/);
  });

  it('says that nobody answers', async () => {
    const client = new PaymentClient(testConfig({ paymentsUrl: await deadUrl() }));
    await expect(client.charge(request)).rejects.toThrow(/unreachable/);
  });
});

describe('refund and rates', () => {
  it('gives back the id of the refund', async () => {
    const { client } = await clientOver(paymentReply);
    expect(await client.refund('ch_1', 900)).toBe('re_1');
  });

  it('says that a refund was not accepted', async () => {
    const { client } = await clientOver(() => ({ body: {} }));
    await expect(client.refund('ch_1', 900)).rejects.toThrow(/ch_1 was not accepted/);
  });

  it('asks for the rate again when the answer is broken', async () => {
    const { client } = await clientOver((_, index) => (index < 2 ? { text: 'oops' } : { body: { EUR: 0.9 } }));
    expect(await client.rate('USD', 'EUR')).toBe(0.9);
  });

  it('says that there is no rate', async () => {
    const { client } = await clientOver(() => ({ body: { GBP: 1 } }));
    await expect(client.rate('USD', 'EUR', 1)).rejects.toThrow(/no exchange rate from USD to EUR/);
  });
});

describe('webhook events', () => {
  const event = { id: 'evt_1', type: 'charge.succeeded', orderId: 'ord_1', chargeId: 'ch_1', amount: 900 };

  it('accepts its own signature only', () => {
    expect(() => verifySignature('{}', sign('{}', 'a'), 'a')).not.toThrow();
    expect(() => verifySignature('{}', sign('{}', 'b'), 'a')).toThrow(/invalid webhook signature/);
  });

  it('reads an event', () => {
    expect(parseEvent(JSON.stringify(event))).toEqual(event);
  });

  it('refuses what is not JSON, and what is no event', () => {
    expect(() => parseEvent('{')).toThrow(/malformed JSON/);
    expect(() => parseEvent(JSON.stringify({ ...event, type: 'charge.lost' }))).toThrow(/Invalid webhook event/);
  });
});

function channel(name: string, fails = false): Channel & { sent: string[] } {
  const sent: string[] = [];
  return {
    name,
    sent,
    async send(text) {
      if (fails) throw new Error(`${name} is down`);
      sent.push(text);
    },
  };
}

describe('Notifications', () => {
  it('reaches the other channels when one is down', async () => {
    const good = channel('good');
    await new Notifications([channel('bad', true), good]).orderCreated(order());
    expect(good.sent).toEqual(['New order ord_1 over 900 EUR']);
  });

  it('fails when no channel is left', async () => {
    await expect(new Notifications([channel('bad', true)]).orderCreated(order())).rejects.toThrow(/no channel/);
  });

  it('does not let a cancellation fail', async () => {
    await expect(new Notifications([channel('bad', true)]).orderCancelled(order())).resolves.toBeUndefined();
  });

  it('counts who got the digest', async () => {
    expect(await new Notifications([channel('a'), channel('b', true)]).digest([order()])).toBe(1);
  });

  it('refuses two channels with one name', () => {
    expect(() => new Notifications([channel('a'), channel('a')])).toThrow(/different names/);
  });
});

describe('slackChannel', () => {
  it('tries again when Slack fails', async () => {
    const server = await fakeServer((_, index) => ({ status: index === 0 ? 500 : 200 }));
    await slackChannel(server.url).send('hello');
    expect(server.requests.map((request) => request.body)).toEqual([{ text: 'hello' }, { text: 'hello' }]);
  });

  it('gives up at once when the webhook is gone', async () => {
    const server = await fakeServer(() => ({ status: 410 }));
    await expect(slackChannel(server.url).send('hello')).rejects.toThrow(/not found/);
    expect(server.requests).toHaveLength(1);
  });
});
