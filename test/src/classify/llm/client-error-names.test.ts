import { classifyLLM } from '@octollm/errors/classify/llm';
import { describe, expect, it } from 'vitest';

const named = (name: string): Error => Object.assign(new Error('failed'), { name });

describe('the error of a client that no server caused', () => {
  it.each([
    ['AI_LoadAPIKeyError', 'unauthenticated', false],
    ['AI_LoadSettingError', 'config', false],
    ['AI_NoSuchModelError', 'config', false],
    ['AI_NoSuchProviderError', 'config', false],
    ['AI_UnsupportedModelVersionError', 'config', false],
    ['AI_UnsupportedFunctionalityError', 'unimplemented', false],
    ['AI_InvalidArgumentError', 'invalid_argument', false],
    ['AI_InvalidDataContentError', 'invalid_argument', false],
    ['AI_InvalidMessageRoleError', 'invalid_argument', false],
    ['AI_InvalidPromptError', 'invalid_argument', false],
    ['AI_MessageConversionError', 'invalid_argument', false],
    ['AI_TooManyEmbeddingValuesForCallError', 'invalid_argument', false],
    ['ContentFilterFinishReasonError', 'content_filter', false],
    ['LengthFinishReasonError', 'invalid_response', false],
    ['AI_JSONParseError', 'invalid_response', true],
    ['AI_TypeValidationError', 'invalid_response', true],
    ['AI_EmptyResponseBodyError', 'invalid_response', true],
    ['AI_NoObjectGeneratedError', 'invalid_response', true],
    ['AI_InvalidResponseDataError', 'invalid_response', true],
    ['AI_InvalidStreamPartError', 'invalid_response', true],
    ['AI_InvalidToolInputError', 'invalid_response', true],
    ['AI_NoSuchToolError', 'invalid_response', true],
    ['AI_ToolCallRepairError', 'invalid_response', true],
    ['AI_ToolChoiceViolationError', 'invalid_response', true],
  ])('%s: %s', (name, kind, retryable) => {
    const expected = { kind, retryable, code: name, confidence: 'structured' };
    expect(classifyLLM(named(name))).toMatchObject(expected);
    expect(classifyLLM(named(`My${name}`)).kind).toBe('unknown');
    expect(classifyLLM(named(`${name}s`)).kind).toBe('unknown');
  });

  it('may have the name of its class alone', () => {
    class LengthFinishReasonError extends Error {}
    expect(classifyLLM(new LengthFinishReasonError('too long'))).toMatchObject({ kind: 'invalid_response' });
  });

  it('has a name that is a text', () => {
    expect(classifyLLM({ name: ['AI_LoadAPIKeyError'] }).kind).toBe('unknown');
  });
});

describe('an error of the gateway of Vercel', () => {
  const lost = (cause: unknown, name = 'GatewayInternalServerError'): object => ({ name, statusCode: 500, cause });

  it('is a lost connection when its cause is one, whatever status the client made up', () => {
    const expected = { kind: 'transport', code: 'ECONNREFUSED', sent: 'no' };
    expect(classifyLLM(lost({ code: 'ECONNREFUSED' }))).toMatchObject(expected);
    expect(classifyLLM(lost({ code: 'ECONNREFUSED' }, 'GatewayError'))).toMatchObject(expected);
    expect(classifyLLM(lost({ cause: { code: 'ETIMEDOUT' } })).kind).toBe('timeout');
  });

  it('has the status of the answer when there was one', () => {
    expect(classifyLLM(lost({ statusCode: 500, code: 'ECONNRESET' }))).toMatchObject({ kind: 'internal', status: 500 });
    expect(classifyLLM(lost(undefined))).toMatchObject({ kind: 'internal', status: 500 });
  });

  it.each(['MyGatewayError', 'GatewayErrors', 'Gateway-Error', undefined])('is not one called %o', (name) => {
    expect(classifyLLM({ name, statusCode: 500, cause: { code: 'ECONNREFUSED' } }).kind).toBe('internal');
  });
});
