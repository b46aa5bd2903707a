declare function load(id: string): Promise<string>;

export async function loadOrder(id: string): Promise<string> {
  try {
    return await load(id);
  } catch (error) {
    throw new Error(`Order ${id} cannot be loaded`);
  }
}

export async function loadUser(id: string): Promise<string> {
  try {
    return await load(id);
  } catch (e) {
    if (id === '') throw new TypeError('No id');
    throw Error('No user');
  }
}

export async function loadAll(ids: string[]): Promise<string[]> {
  try {
    return await Promise.all(ids.map(load));
  } catch (e) {
    throw new AggregateError([], 'None');
  }
}
