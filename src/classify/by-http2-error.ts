import { readProperty } from '../errors/read-property.ts';
import type { Finding } from './finding.ts';

/**
 * Concludes from an HTTP/2 stream or session that was closed. A refused stream was never looked at, which RFC 9113 §8.7
 * guarantees; after a GOAWAY no stream was opened; errors of the protocol itself come again.
 */
export function byHttp2Error(error: unknown): Finding | undefined {
  const code = readProperty(error, 'code');
  const message = readProperty(error, 'message');
  if (typeof code !== 'string' || !code.startsWith('ERR_HTTP2_') || typeof message !== 'string') return undefined;
  const isNotSent = code === 'ERR_HTTP2_GOAWAY_SESSION' || message.includes('NGHTTP2_REFUSED_STREAM');
  const isLasting = /NGHTTP2_\w*(PROTOCOL|FLOW_CONTROL|FRAME_SIZE|COMPRESSION)/.test(message);
  const finding = { kind: 'transport', code, sent: isNotSent ? 'no' : 'maybe', confidence: 'system' } as const;
  return isLasting ? { ...finding, retryable: false } : finding;
}
