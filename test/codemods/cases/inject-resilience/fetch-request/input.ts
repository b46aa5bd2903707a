export class Relay {
  pass(request: Request): Promise<Response> {
    return fetch(request);
  }

  ask(url: URL | string): Promise<Response> {
    return fetch(url);
  }
}
