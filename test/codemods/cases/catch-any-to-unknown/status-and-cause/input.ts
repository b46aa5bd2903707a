declare function call(): Promise<string>;

export async function ask(): Promise<string> {
  try {
    return await call();
  } catch (e: any) {
    if (e.status === 429) return 'later';
    if (e.statusCode === 429 || e.cause === 'limit') return 'later';
    console.error({ status: e.status, at: new Date() });
    throw e;
  }
}

export const askOnce = () => call().catch((e: any) => (e.status === 404 ? undefined : 'failed'));

export const askQuietly = () => call().catch((e: any) => console.error(e.status, e.status));
