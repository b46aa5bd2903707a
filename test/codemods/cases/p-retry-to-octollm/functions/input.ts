import pRetry from 'p-retry';
import { load } from './load.js';

async function loadOne(): Promise<void> {
  await load('one');
}

async function loadNth(attempt: number): Promise<void> {
  await load(`${attempt}`);
}

export class Client {
  async loadAll(fn: () => Promise<void>, numbered: (attempt: number) => Promise<void>): Promise<void> {
    await pRetry(async (attempt) => load(`${attempt}`));
    await pRetry(async (attemptNumber: number) => load(`${attemptNumber}`));
    await pRetry(async count => load(`${count}`));
    await pRetry(async function () {
      await load('plain');
    });
    await pRetry(loadOne);
    await pRetry(loadNth);
    await pRetry(this.connect.bind(this));
    await pRetry(fn);
    await pRetry(numbered);
    await pRetry(load);
    await pRetry<void>(() => load('typed'));
  }

  private async connect(): Promise<void> {
    await load('connected');
  }
}
