declare function load(path: string, callback: (error: Error | null, text: string) => void): void;
declare const socket: { on(event: 'error', listener: (error: Error) => void): void };

export function read(path: string): void {
  load(path, (err: unknown, text) => {
    if (err) {
      console.error(err instanceof Error ? err.message : String(err), err instanceof Error ? err.message : String(err));
      return;
    }
    console.log(text);
  });
}

socket.on('error', (error: unknown) => {
  console.error('socket', error instanceof Error ? error.message : String(error));
});
