import got from 'got';
import { skyCalls } from '../../resilience';

export class Weather {
  read(city: string): Promise<unknown> {
    return skyCalls.execute(({ signal }) => got(`https://sky.example/${city}`, { signal }).json());
  }

  watch(city: string): unknown {
    return got(`https://sky.example/${city}`, { isStream: true });
  }
}
