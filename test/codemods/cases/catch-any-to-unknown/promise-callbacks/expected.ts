declare function send(text: string): Promise<void>;

export const sendQuietly = (text: string) => send(text).catch((e: unknown) => console.error(e));

export const sendLoudly = (text: string) =>
  send(text).then(
    () => 'sent',
    (e: unknown) => {
      throw new Error(`Could not send: ${e instanceof Error ? e.message : String(e)}`);
    },
  );

export const sendNamed = (text: string) => send(text).catch(function (error: unknown) {
  console.error(error instanceof Error ? error.message : String(error));
});
