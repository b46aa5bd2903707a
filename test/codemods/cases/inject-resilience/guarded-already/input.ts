import { pipeline } from '@octollm/errors/pipeline';
import { retry as again, handleAll } from 'cockatiel';
import pRetry from 'p-retry';

const policy = again(handleAll, { maxAttempts: 2 });
const ours = pipeline();

export const one = (url: string): Promise<Response> => pRetry(() => fetch(url));
export const two = (url: string): Promise<Response> => policy.execute(() => fetch(url));
export const three = (url: string): Promise<Response> => ours.execute(({ signal }) => fetch(url, { signal }));

export async function four(url: string): Promise<Response | undefined> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    try {
      return await fetch(url);
    } catch (error) {
      console.warn(error);
    }
  }
  return undefined;
}
