import pRetry, { AbortError } from 'p-retry';

export async function send(url: string, text: string): Promise<void> {
  await pRetry(
    async () => {
      const response = await fetch(url, { method: 'POST', body: text });
      if (response.status === 404) {
        throw new AbortError('Webhook not found');
      }
      if (response.status === 403) throw new AbortError(response.statusText);
      if (!response.ok) throw new Error(`Webhook answered ${response.status}`);
      try {
        await response.json();
      } catch (error) {
        throw new AbortError(error as Error);
      }
    },
    { retries: 2, minTimeout: 10 },
  );
}
