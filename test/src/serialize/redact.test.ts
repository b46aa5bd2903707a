import { redactEntry, redactText } from '@octollm/errors/serialize';
import { describe, expect, it } from 'vitest';

describe('redactText', () => {
  it.each([
    ['Incorrect API key provided: sk-proj-abc123def456.', 'Incorrect API key provided: [redacted].'],
    ['Incorrect API key provided: sk-proj-****f456.', 'Incorrect API key provided: [redacted].'],
    ['GET https://api.example.com/v1?key=abc&model=x failed', 'GET https://api.example.com/v1?[redacted] failed'],
    ['postgres://admin:hunter2@10.0.0.7/orders', 'postgres://[redacted]@10.0.0.7/orders'],
    ['redis://:hunter2@cache:6379', 'redis://[redacted]@cache:6379'],
    ['amqp://user:pa/ss@queue', 'amqp://[redacted]@queue'],
    ['Authorization: Bearer abc.def', 'Authorization: [redacted]'],
    ['{"authorization":"Basic dXNlcjpwYXNz"}', '{"authorization":"[redacted]"}'],
    ['Cookie: session=a; theme=b', 'Cookie: [redacted]'],
    ['sent Bearer eyabc123 to the service', 'sent Bearer [redacted] to the service'],
    ['password=hunter2&next=/home', 'password=[redacted]&next=/home'],
    ['{"password": "two words", "id": 7}', '{"password": "[redacted]", "id": 7}'],
    ['{\\"api_key\\":\\"abc\\"}', '{\\"api_key\\":\\"[redacted]\\"}'],
    ['client_secret: s3cr3t', 'client_secret: [redacted]'],
    ['jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-def expired', 'jwt [redacted] expired'],
    ['AKIAIOSFODNN7EXAMPLE is not allowed', '[redacted] is not allowed'],
    ['ghp_0123456789abcdefghijABCDEFGHIJ', '[redacted]'],
    ['key wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY0 leaked', 'key [redacted] leaked'],
  ])('hides the secret in %s', (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it.each([
    'Order 7 is closed',
    '',
    'password: Too short',
    'token: must be a string',
    'Bearer authentication is needed',
    'Unexpected token } in JSON at position 4',
    'max_tokens: 4096 is too much',
    'task-force, risk-assessment and disk-based',
    'https://unpkg.com/@babel/core@7',
    'http://localhost:8080/users/@me',
    'mail ann@example.com',
    'request 6f1c2b1e-7d0e-4d7f-9a53-6b0f0c2a9d11',
    'sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'at load (/home/Ann2/project/node_modules/package/dist/index.js:10:3)',
  ])('leaves %s as it is', (text) => {
    expect(redactText(text)).toBe(text);
  });

  it('hides every secret of a text, also over several lines', () => {
    expect(redactText('password=a1\nAuthorization: b\npassword=c2')).toBe(
      'password=[redacted]\nAuthorization: [redacted]\npassword=[redacted]',
    );
  });

  it('changes nothing the second time', () => {
    const once = redactText('password=hunter2 https://a:b@c/d?e=f Authorization: Bearer x1 "token":"abc"');

    expect(redactText(once)).toBe(once);
  });

  it.each(['://a:', '://', 'password="', 'token:', 'bearer A', 'eyJ', 'a/', 'A1b', '://x?', "\\'"])(
    'stays quick on many times %s',
    (piece) => {
      const seconds = (count: number): number => {
        const text = piece.repeat(count);
        const start = performance.now();
        redactText(text);
        return performance.now() - start;
      };

      seconds(1_000);
      // A quadratic pattern would need 400 times as long.
      expect(seconds(40_000)).toBeLessThan(100 * Math.max(seconds(2_000), 20));
    },
  );
});

describe('redactEntry', () => {
  it.each(['password', 'dbPassword', 'API_KEY', 'x-api-key', 'accessToken', 'set-cookie', 'clientSecret', 'dsn'])(
    'hides whatever is called %s',
    (name) => {
      expect(redactEntry('plain', name)).toBe('[redacted]');
      expect(redactEntry(1234, name)).toBe('[redacted]');
      expect(redactEntry({ deep: 1 }, name)).toBe('[redacted]');
    },
  );

  it.each(['tokens', 'max_tokens', 'tokenizer', 'keyboard', 'cookies_accepted', 'field', ''])('shows %s', (name) => {
    expect(redactEntry('plain', name)).toBe('plain');
  });

  it('leaves what is not there as it is', () => {
    expect(redactEntry(undefined, 'password')).toBeUndefined();
    expect(redactEntry(null, 'password')).toBeNull();
  });
});
