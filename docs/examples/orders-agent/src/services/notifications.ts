import pRetry, { AbortError } from 'p-retry'
import { logger } from '../logger.js'
import type { Order } from '../types.js'

export interface Channel {
  name: string
  send(text: string): Promise<void>
}

export function slackChannel(url: string): Channel {
  return {
    name: 'slack',
    async send(text) {
      await pRetry(
        async () => {
          const response = await fetch(url, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ text }),
            signal: AbortSignal.timeout(5000),
          })
          if (response.status === 404 || response.status === 410) {
            throw new AbortError('Slack webhook not found')
          }
          if (!response.ok) {
            throw new Error(`Slack API error: HTTP status ${response.status}`)
          }
        },
        { retries: 2, minTimeout: 10, factor: 2 },
      )
    },
  }
}

export function logChannel(): Channel {
  return {
    name: 'log',
    async send(text) {
      logger.info(text)
    },
  }
}

export class Notifications {
  constructor(private channels: Channel[]) {
    const names = new Set(channels.map((channel) => channel.name))
    if (names.size !== channels.length) {
      throw new Error('Configuration error: notification channels must have different names')
    }
  }

  async orderCreated(order: Order): Promise<void> {
    await this.broadcast(`New order ${order.id} over ${order.total} ${order.currency}`)
  }

  async orderCancelled(order: Order): Promise<void> {
    try {
      await this.broadcast(`Order ${order.id} was cancelled`)
    } catch (e) {
      logger.warn('the cancellation was not announced')
    }
  }

  async digest(orders: Order[]): Promise<number> {
    const total = orders.reduce((sum, order) => sum + order.total, 0)
    const results = await Promise.allSettled(
      this.channels.map((channel) => channel.send(`${orders.length} orders, ${total} in total`)),
    )
    return results.filter((result) => result.status === 'fulfilled').length
  }

  private async broadcast(text: string): Promise<void> {
    const failures: Error[] = []
    for (const channel of this.channels) {
      try {
        await channel.send(text)
      } catch (e) {
        failures.push(e instanceof Error ? e : new Error(String(e)))
      }
    }
    if (failures.length === this.channels.length && failures.length > 0) {
      throw new AggregateError(failures, 'no channel could be notified')
    }
  }
}
