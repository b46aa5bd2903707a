declare function load(id: string): Promise<string>;

export async function loadOrder(id: string): Promise<string> {
  try {
    return await load(id);
  } catch (error) {
    throw new Error(`Order ${id} cannot be loaded`, { cause: error });
  }
}

export async function loadUser(id: string): Promise<string> {
  try {
    return await load(id);
  } catch (e) {
    if (id === '') throw new TypeError('No id', { cause: e });
    throw Error('No user', { cause: e });
  }
}

export async function loadAll(ids: string[]): Promise<string[]> {
  try {
    return await Promise.all(ids.map(load));
  } catch (e) {
    throw new AggregateError([], 'None', { cause: e });
  }
}
