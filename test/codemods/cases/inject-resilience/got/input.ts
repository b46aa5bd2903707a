import got from 'got';

export class Weather {
  read(city: string): Promise<unknown> {
    return got(`https://sky.example/${city}`).json();
  }

  watch(city: string): unknown {
    return got(`https://sky.example/${city}`, { isStream: true });
  }
}
