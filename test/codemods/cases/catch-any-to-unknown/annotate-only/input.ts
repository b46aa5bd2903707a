declare function load(id: string): Promise<string>;

export async function loadAll(ids: string[]): Promise<string[]> {
  const loaded: string[] = [];
  for (const id of ids) {
    try {
      loaded.push(await load(id));
    } catch (e: any) {
      console.error(`Could not load ${id}`, e);
    }
  }
  return loaded;
}

export async function loadOne(id: string): Promise<string> {
  try {
    return await load(id);
  } catch (error: any) {
    throw new Error('Could not load', { cause: error });
  }
}

export async function loadFirst(ids: string[]): Promise<string | undefined> {
  try {
    return await load(ids[0] ?? '');
  } catch (unused: any) {
    return undefined;
  }
}

export async function loadLoudly(id: string): Promise<string> {
  try {
    return await load(id);
  } catch (e: any) {
    if (e) console.warn('failed: ' + e, String(e), JSON.stringify(e));
    throw e;
  }
}
