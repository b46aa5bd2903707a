declare function load(path: string, callback: (error: Error | null, text: string) => void): void;
declare const socket: { on(event: 'error', listener: (error: Error) => void): void };

export function read(path: string): void {
  load(path, (err: any, text) => {
    if (err) {
      console.error(err.message, err.message);
      return;
    }
    console.log(text);
  });
}

socket.on('error', (error: any) => {
  console.error('socket', error.message);
});
