export class Search {
  find(url: string, signal: AbortSignal): Promise<Response> {
    return fetch(url, { signal });
  }

  findWithin(url: string): Promise<Response> {
    return fetch(url, { signal: AbortSignal.timeout(500), cache: 'no-store' });
  }

  findAll(init: RequestInit, url: string): Promise<Response> {
    return fetch(url, init);
  }

  findLater(signal: { url: string }): Promise<Response> {
    return fetch(signal.url);
  }
}
