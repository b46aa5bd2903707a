import { createErrorSerializer } from '@octollm/errors/pino';
import { APICallError } from 'ai';
import { describe, expect, test } from 'vitest';

describe('errors of other packages', () => {
  test('M-ai: a prompt and the secrets of a URL that a client keeps on its error stay out', () => {
    const serialize = createErrorSerializer();
    const error = new APICallError({
      message: 'Too many requests',
      url: 'https://api.example/v1?key=hunter2',
      requestBodyValues: { prompt: 'my private question' },
      statusCode: 429,
    });

    expect(JSON.stringify(error)).toMatch(/hunter2.*my private question/);
    expect(JSON.stringify(serialize(error))).not.toMatch(/hunter2|private/);
    expect(serialize(error)).toMatchObject({ type: 'AI_APICallError', message: 'Too many requests' });
  });
});
