import { classify, withClassification } from '@octollm/errors/classify';
import { exponential, retry } from '@octollm/errors/retry';

export async function send(url: string, text: string): Promise<void> {
  await retry(
    async () => {
      const response = await fetch(url, { method: 'POST', body: text });
      if (response.status === 404) {
        throw withClassification(new Error('Webhook not found'), { kind: 'unknown', rule: 'stop' });
      }
      if (response.status === 403) throw withClassification(new Error(response.statusText), { kind: 'unknown', rule: 'stop' });
      if (!response.ok) throw new Error(`Webhook answered ${response.status}`);
      try {
        await response.json();
      } catch (error) {
        throw withClassification(error as Error, { kind: 'unknown', rule: 'stop' });
      }
    },
    {
      maxAttempts: 3,
      backoff: exponential({ initialMs: 10, jitter: 'none' }),
      idempotent: true,
      classify,
      shouldRetry: ({ retryable, rule }, _context, error) =>
        rule !== 'stop' && (retryable || (error instanceof Error && !(error instanceof TypeError))),
    },
  );
}
