import 'reflect-metadata';
import {
  BadRequestException,
  Controller,
  ForbiddenException,
  Get,
  HttpException,
  InternalServerErrorException,
  Module,
  Param,
  UseGuards,
} from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { OctoLLMExceptionFilter, toValidationErrors } from '@octollm/errors/nestjs';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createFailure, getUrl } from '../web-server.ts';
import { decorate } from './decorate.ts';

const exceptions: Readonly<Record<string, () => unknown>> = {
  public: () => new HttpException('The plan is taken', 409),
  object: () => new BadRequestException({ message: 'Too many steps', limit: 10 }),
  masked: () => new InternalServerErrorException('The password is hunter2'),
  fromError: () => new HttpException(new Error('The password is hunter2') as never, 404),
  unchanged: () => new HttpException('', 304),
  pipe: () => new BadRequestException(['name must be a string', 'age must not be less than 0']),
  fields: () =>
    toValidationErrors([
      { property: 'name', constraints: { isString: 'name must be a string' } },
      {
        property: 'steps',
        children: [{ property: '0', children: [{ property: 'cost', constraints: { min: 'must not be negative' } }] }],
      },
    ]),
};

const onError = vi.fn();

class ExceptionController {
  throw(name: string): never {
    throw exceptions[name]?.();
  }
  guarded(): string {
    return 'in';
  }
}

class ClosedGuard {
  canActivate(): never {
    throw new ForbiddenException('Only for owners');
  }
}

decorate(ExceptionController, [Controller()], {
  throw: { method: [Get('throw/:name')], parameters: [Param('name')] },
  guarded: { method: [Get('guarded'), UseGuards(ClosedGuard)], parameters: [] },
});

class AppModule {}
const filter = { provide: APP_FILTER, useValue: new OctoLLMExceptionFilter({ onError }) };
decorate(AppModule, [Module({ controllers: [ExceptionController], providers: [filter] })]);

describe('Nest on its own, with the filter as a provider', () => {
  let app: NestExpressApplication;

  beforeAll(async () => {
    app = await NestFactory.create<NestExpressApplication>(AppModule, { logger: false, forceCloseConnections: true });
    await app.listen(0, '127.0.0.1');
  });
  afterAll(() => app.close());

  async function get(path: string): Promise<[number, unknown]> {
    const response = await fetch(`${getUrl(app.getHttpServer())}/${path}`);
    const text = await response.text();
    return [response.status, text === '' ? text : JSON.parse(text)];
  }

  it('answers an `HttpException` with its message', async () => {
    expect(await get('throw/public')).toMatchObject([409, { error: 'CONFLICT', message: 'The plan is taken' }]);
  });

  it('takes what else the response of an exception holds for details', async () => {
    expect(await get('throw/object')).toMatchObject([
      400,
      { error: 'INVALID_INPUT', message: 'Too many steps', details: { limit: 10 } },
    ]);
  });

  it('answers what a guard throws', async () => {
    expect(await get('guarded')).toMatchObject([403, { error: 'AUTHORIZATION_ERROR', message: 'Only for owners' }]);
  });

  it('P7: masks an exception from 500 up, and records it as it is', async () => {
    onError.mockClear();

    expect(await get('throw/masked')).toMatchObject([500, { message: 'An internal error occurred', details: {} }]);
    expect(onError.mock.calls).toMatchObject([[expect.any(InternalServerErrorException), {}, { status: 500 }]]);
  });

  it('keeps the message of an error that an exception was built with to itself', async () => {
    expect(await get('throw/fromError')).toMatchObject([404, { error: 'NOT_FOUND', message: 'Not found' }]);
  });

  it('sends no body with 304', async () => {
    expect(await get('throw/unchanged')).toEqual([304, '']);
  });

  it('P10: makes the texts of the validation pipe 422, without guessing their fields', async () => {
    expect(await get('throw/pipe')).toMatchObject([
      422,
      {
        error: 'VALIDATION_ERRORS',
        details: { errors: [{ pointer: '', message: 'name must be a string' }, { pointer: '' }] },
      },
    ]);
  });

  it('P10: points to the fields that class-validator names', async () => {
    expect(await get('throw/fields')).toMatchObject([
      422,
      {
        details: {
          errors: [
            { field: 'name', pointer: '/name', message: 'name must be a string' },
            { field: 'steps[0].cost', pointer: '/steps/0/cost', message: 'must not be negative' },
          ],
        },
      },
    ]);
  });
});

describe('The filter of Nest', () => {
  it('answers on Fastify, too', async () => {
    const app = fastify();
    const onFastify = new OctoLLMExceptionFilter({ onError });
    app.setErrorHandler((error, request, reply) => onFastify.catch(error, new ExecutionContextHost([request, reply])));
    app.get('/', () => Promise.reject(createFailure('an open circuit')));

    const response = await app.inject('/');

    expect([response.statusCode, response.headers['retry-after'], response.json()]).toMatchObject([
      503,
      '30',
      { error: 'CIRCUIT_OPEN' },
    ]);
  });

  it('lets what is no request of HTTP through', () => {
    const host = new ExecutionContextHost([{}, {}, {}, {}]);
    host.setType('graphql');
    const error = new Error('In a resolver');

    expect(() => new OctoLLMExceptionFilter().catch(error, host)).toThrow(error);
  });
});
