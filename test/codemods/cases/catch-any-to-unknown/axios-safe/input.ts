import { isAxiosError, get } from 'axios';

export async function load(url: string): Promise<string | undefined> {
  try {
    return (await get(url)).data;
  } catch (e: any) {
    if (e.response?.status === 404) return undefined;
    throw e;
  }
}
