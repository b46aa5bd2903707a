import { searchReads, searchWrites } from '../../resilience';

export class Search {
  find(url: string, signal: AbortSignal): Promise<Response> {
    return searchReads.execute(({ signal }) => fetch(url, { signal }), { signal });
  }

  findWithin(url: string): Promise<Response> {
    return searchReads.execute(({ signal }) => fetch(url, { signal, cache: 'no-store' }), { signal: AbortSignal.timeout(500) });
  }

  findAll(init: RequestInit, url: string): Promise<Response> {
    return searchWrites.execute(({ signal }) => fetch(url, { ...init, signal }), { signal: init.signal ?? undefined });
  }

  findLater(signal: { url: string }): Promise<Response> {
    return searchReads.execute((scope) => fetch(signal.url, { signal: scope.signal }));
  }
}
