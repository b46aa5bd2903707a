declare function call(): Promise<string>;

export async function ask(): Promise<string> {
  try {
    return await call();
  } catch (e: unknown) {
    const status = typeof e === 'object' && e !== null && 'status' in e ? e.status : undefined;
    const statusCode = typeof e === 'object' && e !== null && 'statusCode' in e ? e.statusCode : undefined;
    if (status === 429) return 'later';
    if (statusCode === 429 || (typeof e === 'object' && e !== null && 'cause' in e && e.cause === 'limit')) return 'later';
    console.error({ status, at: new Date() });
    throw e;
  }
}

export const askOnce = () => call().catch((e: unknown) => (typeof e === 'object' && e !== null && 'status' in e && e.status === 404 ? undefined : 'failed'));

export const askQuietly = () => call().catch((e: unknown) => console.error(typeof e === 'object' && e !== null && 'status' in e ? e.status : undefined, typeof e === 'object' && e !== null && 'status' in e ? e.status : undefined));
