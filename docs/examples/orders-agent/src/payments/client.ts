import type { Config } from '../config.js';
import { PaymentDeclined, UpstreamError } from '../errors.js';
import { logger } from '../logger.js';
import type { Charge } from '../types.js';

export interface ChargeRequest {
  orderId: string;
  amount: number;
  currency: string;
  cardToken: string;
}

function timeoutAfter(ms: number, what: string): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`${what} timed out after ${ms} ms`)), ms);
  });
}

export class PaymentClient {
  private baseUrl: string;
  private secret: string;
  private timeoutMs: number;

  constructor(config: Pick<Config, 'paymentsUrl' | 'paymentsSecret' | 'requestTimeoutMs'>) {
    this.baseUrl = config.paymentsUrl.replace(/\/$/, '');
    this.secret = config.paymentsSecret;
    this.timeoutMs = config.requestTimeoutMs;
  }

  async charge(request: ChargeRequest): Promise<Charge> {
    if (request.amount <= 0) {
      throw new Error(`Invalid payment amount: ${request.amount}`);
    }
    if (!/^[A-Z]{3}$/.test(request.currency)) {
      throw new Error(`Invalid currency: ${request.currency}`);
    }

    let response: Response;
    try {
      response = await Promise.race([
        fetch(`${this.baseUrl}/v1/charges`, {
          method: 'POST',
          headers: this.headers(),
          body: JSON.stringify(request),
        }),
        timeoutAfter(this.timeoutMs, 'Payment request'),
      ]);
    } catch (e: any) {
      if (e.message.includes('timed out')) throw e;
      throw new UpstreamError(`Payment API is unreachable: ${e.message}`, 'payments', e);
    }

    if (response.status === 402) {
      const body: any = await response.json();
      throw new PaymentDeclined(body.error?.code ?? 'unknown');
    }
    if (response.status === 401) {
      throw new Error(`Payment API rejected the secret ${this.secret}`);
    }
    if (response.status === 429) {
      throw new Error('Payment API rate limit exceeded');
    }
    if (!response.ok) {
      throw new Error(`Payment API error: charge failed with HTTP status ${response.status}`);
    }
    try {
      return (await response.json()) as Charge;
    } catch (e: any) {
      throw new Error(`Payment API error: response is not valid JSON: ${e.message}`);
    }
  }

  async refund(chargeId: string, amount: number): Promise<string> {
    try {
      const response = await fetch(`${this.baseUrl}/v1/charges/${chargeId}/refunds`, {
        method: 'POST',
        headers: this.headers(),
        body: JSON.stringify({ amount }),
      });
      const body: any = await response.json();
      if (!body.id) {
        throw new Error(`Payment API error: refund of ${chargeId} was not accepted`);
      }
      return body.id;
    } catch (e: any) {
      logger.error(`refund of ${chargeId} failed`, e);
      throw e;
    }
  }

  /** Exchange rates change once a day, so a failed call is simply made again. */
  async rate(from: string, to: string, attempts = 3): Promise<number> {
    try {
      const rates: any = await fetch(`${this.baseUrl}/v1/rates?base=${from}`).then((r) => r.json());
      const value = rates[to];
      if (typeof value !== 'number') {
        throw new Error(`Payment API error: no exchange rate from ${from} to ${to}`);
      }
      return value;
    } catch (e: any) {
      if (attempts > 1) return this.rate(from, to, attempts - 1);
      throw new Error(`Payment API error: exchange rate failed: ${e.message}`);
    }
  }

  private headers(): Record<string, string> {
    return { authorization: `Bearer ${this.secret}`, 'content-type': 'application/json' };
  }
}
