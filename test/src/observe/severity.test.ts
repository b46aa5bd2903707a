import { CancelledError, DatabaseError, RateLimitError, severities } from '@octollm/errors';
import { getSeverity, toLogLevel, toSeverityNumber } from '@octollm/errors/observe';
import { describe, expect, it, test } from 'vitest';
import { createHostileValues } from '../errors/strangers.ts';

describe('severity', () => {
  it('is what the error says of itself', () => {
    expect(getSeverity(new RateLimitError('Too many'))).toBe('warning');
    expect(getSeverity(new DatabaseError('Gone', { severity: 'critical' }))).toBe('critical');
  });

  test('P12: every severity has a level and a number of OpenTelemetry', () => {
    expect(severities.map((severity) => [toLogLevel(severity), toSeverityNumber(severity)])).toEqual([
      ['debug', 5],
      ['info', 9],
      ['warn', 13],
      ['error', 17],
      ['fatal', 21],
    ]);
  });

  test('P12: a surprise in one request is an error and never critical', () => {
    expect(getSeverity(new TypeError('x is not a function'))).toBe('error');
    expect(getSeverity(Object.assign(new Error('Foreign'), { severity: 'critical' }))).toBe('error');
  });

  test('P12: a cancellation is nothing to look at', () => {
    expect(getSeverity(new CancelledError('The user left'))).toBe('debug');
    expect(getSeverity(AbortSignal.abort().reason)).toBe('debug');
  });

  it('is error when an error of ours was given a severity that does not exist', () => {
    expect(getSeverity(Object.assign(new DatabaseError('x'), { severity: 'apocalyptic' }))).toBe('error');
  });

  it.each([...createHostileValues()])('is error for %s', (_, value) => {
    expect(getSeverity(value)).toBe('error');
  });
});
