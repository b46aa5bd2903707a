import { relayCalls, relayReads } from '../../resilience';

export class Relay {
  pass(request: Request): Promise<Response> {
    return relayCalls.execute(() => fetch(request));
  }

  ask(url: URL | string): Promise<Response> {
    return relayReads.execute(({ signal }) => fetch(url, { signal }));
  }
}
