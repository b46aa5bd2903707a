import { Redis } from 'ioredis';
import { redisCalls } from '../../resilience';

export class Sessions {
  #redis = new Redis();

  get(id: string): Promise<string | null> {
    return redisCalls.execute(() => this.#redis.get(id));
  }

  async clear(ids: string[]): Promise<void> {
    await this.#redis.multi().del(ids).exec();
  }
}
