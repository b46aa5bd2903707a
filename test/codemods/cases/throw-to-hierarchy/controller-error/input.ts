export function open(url: string): ReadableStream<string> {
  return new ReadableStream({
    pull(controller) {
      controller.error(`Connection to ${url} was refused`);
    },
  });
}
