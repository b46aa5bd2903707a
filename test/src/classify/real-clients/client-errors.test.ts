import { classifyLLM } from '@octollm/errors/classify/llm';
import {
  EmptyResponseBodyError,
  InvalidArgumentError,
  InvalidPromptError,
  InvalidResponseDataError,
  InvalidToolInputError,
  JSONParseError,
  LoadAPIKeyError,
  LoadSettingError,
  NoContentGeneratedError,
  NoSuchModelError,
  NoSuchToolError,
  TypeValidationError,
  UnsupportedFunctionalityError,
} from 'ai';
import { ContentFilterFinishReasonError, LengthFinishReasonError } from 'openai/error';
import { expect, it } from 'vitest';

const cause = new Error('rate limit, overloaded, timeout');

it.each([
  [new LoadAPIKeyError({ message: 'API key is missing' }), 'unauthenticated', false, 'reauthenticate'],
  [new LoadSettingError({ message: 'region is missing' }), 'config', false, 'report'],
  [new NoSuchModelError({ modelId: 'gpt-0', modelType: 'languageModel' }), 'config', false, 'report'],
  [new UnsupportedFunctionalityError({ functionality: 'images' }), 'unimplemented', false, 'report'],
  [
    new InvalidArgumentError({ parameter: 'topK', value: -1, message: 'negative' }),
    'invalid_argument',
    false,
    'fix_request',
  ],
  [new InvalidPromptError({ prompt: '', message: 'empty' }), 'invalid_argument', false, 'fix_request'],
  [new ContentFilterFinishReasonError(), 'content_filter', false, 'fix_request'],
  [new LengthFinishReasonError(), 'invalid_response', false, 'report'],
  [new JSONParseError({ text: '{', cause }), 'invalid_response', true, 'retry'],
  [new TypeValidationError({ value: 1, cause }), 'invalid_response', true, 'retry'],
  [new EmptyResponseBodyError(), 'invalid_response', true, 'retry'],
  [new InvalidResponseDataError({ data: {} }), 'invalid_response', true, 'retry'],
  [new NoContentGeneratedError(), 'invalid_response', true, 'retry'],
  [new InvalidToolInputError({ toolInput: '{', toolName: 'read', cause }), 'invalid_response', true, 'retry'],
  [new NoSuchToolError({ toolName: 'fly' }), 'invalid_response', true, 'retry'],
])('%s', (error, kind, retryable, action) => {
  expect(classifyLLM(error)).toMatchObject({ kind, retryable, action, confidence: 'structured' });
});

it('leaves the status to decide where a server answered', () => {
  const error = Object.assign(new JSONParseError({ text: '<h1>', cause }), { statusCode: 502 });
  expect(classifyLLM(error)).toMatchObject({ status: 502, retryable: true });
  expect(classifyLLM(error).kind).not.toBe('invalid_response');
});
