import { Redis } from 'ioredis';

export class Sessions {
  #redis = new Redis();

  get(id: string): Promise<string | null> {
    return this.#redis.get(id);
  }

  async clear(ids: string[]): Promise<void> {
    await this.#redis.multi().del(ids).exec();
  }
}
