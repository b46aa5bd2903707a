#!/usr/bin/env node
import { pathToFileURL } from 'node:url';
import { type App, createApp } from './app.js';
import { loadConfig } from './config.js';
import { messageOf } from './errors.js';
import { issueToken } from './http/guards.js';
import { logger } from './logger.js';
import { countLines, importOrders, saveReport } from './storage/csv-import.js';

const usage = `orders-agent serve
orders-agent import FILE
orders-agent triage ORDER
orders-agent token CUSTOMER
orders-agent lines FILE`;

function argument(args: string[], index: number, name: string): string {
  const value = args[index];
  if (!value) {
    throw new Error(`Invalid arguments: ${name} is required`);
  }
  return value;
}

async function runImport(app: App, file: string): Promise<string> {
  const imported = await importOrders(file);
  if (imported.length === 0) {
    throw { code: 3, message: `Invalid import file: ${file} has no orders` };
  }
  const created: string[] = [];
  const rejected: string[] = [];
  for (const { customerId, input } of imported) {
    try {
      const order = await app.service.create(customerId, input);
      created.push(order.id);
    } catch (e: any) {
      rejected.push(`${customerId}: ${e.message}`);
    }
  }
  if (rejected.length > 0) {
    saveReport(`${file}.rejected`, rejected, (path) => logger.info(`rejected lines are in ${path}`));
  }
  return `${created.length} created, ${rejected.length} rejected`;
}

/** Runs one command and resolves with what it prints. */
export async function run(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const command = args[0];
  if (!command || command === 'help') return usage;
  const config = loadConfig(env);

  switch (command) {
    case 'token':
      return issueToken(argument(args, 1, 'CUSTOMER'), config.authSecret);
    case 'lines':
      return String(await countLines(argument(args, 1, 'FILE')));
    case 'serve': {
      const app = await createApp(config);
      const address = await app.start();
      process.once('SIGTERM', async () => {
        await app.stop();
      });
      return `listening on ${address}`;
    }
    case 'import': {
      const app = await createApp(config);
      try {
        return await runImport(app, argument(args, 1, 'FILE'));
      } finally {
        await app.stop();
      }
    }
    case 'triage': {
      const app = await createApp(config);
      try {
        const triage = await app.service.triage(argument(args, 1, 'ORDER'));
        return `${triage.priority} (risk ${triage.risk}): ${triage.reason}`;
      } catch (e: any) {
        if (e.message.includes('not found')) return 'no such order';
        throw new Error(`LLM triage failed: ${e.message}`);
      } finally {
        await app.stop();
      }
    }
    default:
      throw new Error(`Invalid command: ${command}`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  run(process.argv.slice(2)).then(console.log, (e) => {
    console.error(`orders-agent: ${messageOf(e)}`);
    process.exitCode = 1;
  });
}
