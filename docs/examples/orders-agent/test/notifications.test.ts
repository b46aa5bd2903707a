import { describe, expect, it } from 'vitest';
import { type Channel, Notifications, slackChannel } from '../src/services/notifications.js';
import { fakeServer, order } from './support.js';

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
