import { billingWrites } from '../../resilience';

export class Billing {
  async charge(url: string, order: object, token: () => Promise<string>): Promise<Response> {
    return billingWrites.execute(async ({ signal }) => fetch(url, {
      method: 'POST',
      headers: { authorization: await token() },
      body: JSON.stringify(order),
      signal,
    }));
  }
}
