declare function send(text: string): Promise<void>;

export const sendQuietly = (text: string) => send(text).catch((e: any) => console.error(e));

export const sendLoudly = (text: string) =>
  send(text).then(
    () => 'sent',
    (e: any) => {
      throw new Error(`Could not send: ${e.message}`);
    },
  );

export const sendNamed = (text: string) => send(text).catch(function (error: any) {
  console.error(error.message);
});
