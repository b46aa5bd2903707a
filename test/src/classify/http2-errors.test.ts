import { classify } from '@octollm/errors/classify';
import { describe, expect, it } from 'vitest';

const closed = (reason: string, code = 'ERR_HTTP2_STREAM_ERROR'): Error =>
  Object.assign(new Error(`Stream closed with error code ${reason}`), { code });

describe('a stream of HTTP/2 that was closed', () => {
  it.each(['NGHTTP2_INTERNAL_ERROR', 'NGHTTP2_ENHANCE_YOUR_CALM', 'NGHTTP2_CANCEL'])('with %s passes', (reason) => {
    const expected = { kind: 'transport', retryable: true, sent: 'maybe', code: 'ERR_HTTP2_STREAM_ERROR' };
    expect(classify(closed(reason))).toMatchObject({ ...expected, confidence: 'system' });
  });

  it('before the server looked at it was not sent', () => {
    expect(classify(closed('NGHTTP2_REFUSED_STREAM'))).toMatchObject({ retryable: true, sent: 'no' });
    const goneAway = Object.assign(new Error('New streams cannot be created'), { code: 'ERR_HTTP2_GOAWAY_SESSION' });
    expect(classify(goneAway)).toMatchObject({ kind: 'transport', retryable: true, sent: 'no' });
  });

  it.each([
    'NGHTTP2_PROTOCOL_ERROR',
    'NGHTTP2_INADEQUATE_PROTOCOL',
    'NGHTTP2_FLOW_CONTROL_ERROR',
    'NGHTTP2_FRAME_SIZE_ERROR',
    'NGHTTP2_COMPRESSION_ERROR',
  ])('with %s comes again', (reason) => {
    expect(classify(closed(reason))).toMatchObject({ kind: 'transport', retryable: false, sent: 'maybe' });
  });

  it('has a code that begins like those of HTTP/2, and a message', () => {
    expect(classify(closed('NGHTTP2_REFUSED_STREAM', 'MY_ERR_HTTP2_STREAM_ERROR')).kind).toBe('unknown');
    expect(classify({ code: 'ERR_HTTP2_STREAM_ERROR' }).kind).toBe('unknown');
    expect(classify({ code: 7, message: 'NGHTTP2_REFUSED_STREAM' }).kind).toBe('unknown');
  });
});
