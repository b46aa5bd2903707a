import { catalog, parseCatalog } from '@octollm/errors/catalog';
import { describe, expect, test } from 'vitest';
import { classifyThrow } from '../../../../rules/patterns/classifier/classify-throw.ts';
import type { Guard, ThrowSite } from '../../../../rules/patterns/classifier/throw-site.ts';

const nothing: ThrowSite = {
  message: [],
  guards: [],
  callees: [],
  callbackOf: [],
  functionName: '',
  className: '',
  parameters: [],
  filePath: '',
  statuses: [],
  codes: [],
  caught: false,
  isWholeBody: false,
};

const says = (text: string): ThrowSite => ({ ...nothing, message: [{ kind: 'text', value: text }] });
const guard = (found: Partial<Guard>): Guard => ({
  text: '',
  names: [],
  origins: [],
  calls: [],
  asks: [],
  otherwise: false,
  ...found,
});
const best = (site: ThrowSite, table = catalog): string | undefined => classifyThrow(site, table)[0]?.name;

describe('the message decides', () => {
  test.each([
    ['Task 4711 not found', 'TaskNotFoundError'],
    ['name is required', 'InvalidInputError'],
    ['Unauthorized', 'AuthenticationError'],
    ['You do not have permission to edit this', 'AuthorizationError'],
    ['Rate limit exceeded', 'RateLimitError'],
    ['Request timed out after 30 s', 'TimeoutError'],
    ['Failed to parse the answer', 'SerializationError'],
    ['Connection refused', 'NetworkError'],
    ['The operation was aborted', 'CancelledError'],
    ['OPENAI_API_KEY is not set', 'ConfigurationError'],
    ['Queue is full', 'CapacityExceededError'],
    ['Prompt is too long', 'ContextOverflowError'],
    ['The circuit breaker is open', 'CircuitOpenError'],
    ['Process exited with code 1', 'SystemError'],
    ['Already running', 'InternalError'],
    ['Unimplemented', 'InternalError'],
    ['acme implementation error', 'InternalError'],
    ['Something is wrong; bundle.js has a strange size', 'InternalError'],
    ['ToolBar: missing context value', 'InternalError'],
  ])('%j is a %s', (message, name) => {
    expect(best(says(message))).toBe(name);
  });

  test('the longer phrase takes the words of the shorter one', () => {
    expect(best(says('Invalid argument'))).toBe('InvalidInputError');
    expect(best(says('Invalid token'))).toBe('AuthenticationError');
    expect(best(says('Invalid configuration'))).toBe('ConfigurationError');
  });

  test('what comes after the first sentence is advice and weighs less', () => {
    expect(best(says('Could not find the user. Sign in or set USER_ID, which is required.'))).toBe('TaskNotFoundError');
  });

  test('the heading of a message weighs more than what follows it', () => {
    expect(best(says('Configuration error: AUTH_SECRET must have at least 16 characters'))).toBe('ConfigurationError');
    expect(best(says('Unauthorized: invalid signature'))).toBe('AuthenticationError');
    expect(best(says('Invalid order: the currency is not configured'))).toBe('InvalidInputError');
  });

  test('a name in front of the message says nothing', () => {
    expect(classifyThrow(says('TimeoutQueue.add: name is required'), catalog)).toEqual(
      classifyThrow(says('name is required'), catalog),
    );
  });

  test('words inside other words do not count', () => {
    expect(best(says('The foundation fell'))).not.toBe('TaskNotFoundError');
  });
});

describe('codes, statuses and calls decide where the message does not', () => {
  test('a system code', () => {
    expect(best({ ...says('It broke'), codes: ['ECONNREFUSED'] })).toBe('NetworkError');
  });

  test('a system code in the text', () => {
    expect(best(says('Gave up: ETIMEDOUT'))).toBe('TimeoutError');
  });

  test('a class that a guard asks for', () => {
    expect(best({ ...says('It broke'), codes: ['JsonWebTokenError'] })).toBe('AuthenticationError');
  });

  test('a status that a guard compares with', () => {
    expect(best({ ...says('It broke'), statuses: [429] })).toBe('RateLimitError');
  });

  test('the call that failed', () => {
    expect(best({ ...says('It broke'), caught: true, callees: ['JSON.parse'] })).toBe('SerializationError');
    expect(best({ ...says('It broke'), caught: true, callees: ['db.query'] })).toBe('DatabaseError');
  });
});

describe('the structure decides where no word does', () => {
  test.each<[string, Partial<ThrowSite>, string]>([
    ['a guard on a parameter', { guards: [guard({ names: ['size'], origins: ['parameter'] })] }, 'InvalidInputError'],
    [
      'a search that found nothing',
      { guards: [guard({ names: ['entry'], origins: ['this.entries.get'], asks: ['absence'] })] },
      'TaskNotFoundError',
    ],
    [
      'the environment',
      { guards: [guard({ names: ['home'], origins: ['process.env'], asks: ['absence'] })] },
      'ConfigurationError',
    ],
    [
      'the state of the object',
      { guards: [guard({ names: ['this.done'], origins: ['this'], asks: ['flag'] })] },
      'InternalError',
    ],
    [
      'an answer that is not ok',
      { guards: [guard({ names: ['response.ok'], asks: ['absence'] })] },
      'ThirdPartyAPIError',
    ],
    ['an abort signal', { guards: [guard({ names: ['signal.aborted'], asks: ['flag'] })] }, 'CancelledError'],
    ['a timer', { callbackOf: ['setTimeout'] }, 'TimeoutError'],
    ['a socket that closes', { callbackOf: ['socket.on close'] }, 'NetworkError'],
    ['a caught error', { caught: true }, 'SystemError'],
    ['nothing at all', {}, 'InternalError'],
  ])('%s', (_name, found, name) => {
    expect(best({ ...nothing, ...found })).toBe(name);
  });
});

describe('the suggestions', () => {
  test('are three at most, best first, with reasons', () => {
    const site = says('Invalid token for the cached answer of the model');
    const suggestions = classifyThrow(site, catalog);
    expect(suggestions.length).toBe(3);
    const scores = suggestions.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    expect(suggestions[0]?.reasons[0]).toBe('message says “invalid token”');
  });

  test('never name the root, which every error is', () => {
    expect(classifyThrow(says('OctoLLM unknown error'), catalog).map(({ name }) => name)).not.toContain('OctoLLMError');
  });

  test('are the same each time', () => {
    const site = { ...says('Failed to load'), caught: true, callees: ['fs.readFile', 'JSON.parse'] };
    expect(classifyThrow(site, catalog)).toEqual(classifyThrow(site, catalog));
  });

  test('prefer the more specific class where all else is equal', () => {
    const words = { strong: ['stolen'], weak: [] };
    const table = parseCatalog([
      { name: 'AppError' },
      { name: 'ShopError', parent: 'AppError', signals: { words } },
      { name: 'CartError', parent: 'ShopError', signals: { words } },
    ]);
    expect(classifyThrow(says('The cart was stolen'), table).map(({ name }) => name)).toEqual([
      'CartError',
      'ShopError',
    ]);
  });
});

describe("a project's own catalogue", () => {
  const table = parseCatalog([
    { name: 'AppError' },
    { name: 'BadArgument', parent: 'AppError', kind: 'invalid_argument' },
    { name: 'NoSuchThing', parent: 'AppError', kind: 'not_found' },
    { name: 'Setup', parent: 'AppError', kind: 'config' },
    { name: 'Bug', parent: 'AppError', kind: 'internal' },
    {
      name: 'PaymentError',
      parent: 'AppError',
      signals: { words: { strong: ['card declined'], weak: ['card'] }, callees: ['stripe.*'], statuses: [402] },
    },
  ]);

  test('its words decide', () => {
    expect(best(says('Your card was declined'), table)).toBe('PaymentError');
  });

  test('its statuses and calls decide', () => {
    expect(best({ ...nothing, statuses: [402] }, table)).toBe('PaymentError');
    expect(best({ ...nothing, caught: true, callees: ['stripe.charge'] }, table)).toBe('PaymentError');
  });

  test('its kinds stand in where it names no situations', () => {
    const parameter = [guard({ names: ['size'], origins: ['parameter'] })];
    const missed = [guard({ names: ['user'], origins: ['users.find'], asks: ['absence'] })];
    const environment = [guard({ names: ['process.env.HOME'], origins: ['process.env'], asks: ['absence'] })];
    expect(best({ ...nothing, guards: parameter }, table)).toBe('BadArgument');
    expect(best({ ...nothing, guards: missed }, table)).toBe('NoSuchThing');
    expect(best({ ...nothing, guards: environment }, table)).toBe('Setup');
    expect(best(nothing, table)).toBe('Bug');
  });

  test('a situation that an entry names comes before kinds', () => {
    const own = parseCatalog([
      { name: 'AppError' },
      { name: 'Plain', parent: 'AppError', kind: 'not_found' },
      { name: 'Missed', parent: 'AppError', kind: 'internal', signals: { situations: ['value_missed'] } },
    ]);
    const missed = [guard({ names: ['user'], origins: ['users.find'], asks: ['absence'] })];
    expect(classifyThrow({ ...nothing, guards: missed }, own).map(({ name }) => name)).toEqual(['Missed']);
  });

  test('an empty one gives no suggestion', () => {
    expect(classifyThrow(says('Task not found'), [])).toEqual([]);
  });
});
