import 'reflect-metadata';
import { once } from 'node:events';
import { Controller, Get, HttpCode, Module, Param, Post, Req, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { OctoLLMExceptionFilter } from '@octollm/errors/nestjs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { describeWebCases } from '../web-cases.ts';
import type { StartWebServer } from '../web-server.ts';
import { createFailure, failedHeaders, getUrl } from '../web-server.ts';
import { decorate } from './decorate.ts';

function createModule(onArrival: () => void): new () => object {
  class FailingController {
    async throw(name: string): Promise<never> {
      throw createFailure(name);
    }
    throwSync(name: string): never {
      throw createFailure(name);
    }
    headers(response: Response): never {
      response.set(failedHeaders);
      throw new Error('After the headers');
    }
    async started(response: Response): Promise<never> {
      await new Promise((resolve) => response.write('a part', resolve));
      throw new Error('Half-way');
    }
    async leave(response: Response): Promise<never> {
      onArrival();
      await once(response, 'close');
      throw new Error('Nobody listens');
    }
    json(request: Request, response: Response): void {
      response.json(request.body);
    }
  }
  decorate(FailingController, [Controller()], {
    throw: { method: [Get('throw/:name')], parameters: [Param('name')] },
    throwSync: { method: [Get('throw-sync/:name')], parameters: [Param('name')] },
    headers: { method: [Get('headers')], parameters: [Res()] },
    started: { method: [Get('started')], parameters: [Res()] },
    leave: { method: [Get('leave')], parameters: [Res()] },
    json: { method: [Post('json'), HttpCode(200)], parameters: [Req(), Res()] },
  });

  class AppModule {}
  decorate(AppModule, [Module({ controllers: [FailingController] })]);
  return AppModule;
}

const startNest: StartWebServer = async (options, { onArrival }) => {
  const app = await NestFactory.create<NestExpressApplication>(createModule(onArrival), {
    logger: false,
    bodyParser: false,
    forceCloseConnections: true,
  });
  app.useBodyParser('json', { limit: 100 });
  app.useGlobalFilters(new OctoLLMExceptionFilter(options));
  await app.listen(0, '127.0.0.1');
  return { url: getUrl(app.getHttpServer()), stop: () => app.close() };
};

describeWebCases('Nest', startNest);
