declare function load(id: string): Promise<string>;

export async function loadOrder(id: string): Promise<string> {
  try {
    return await load(id);
  } catch {
    throw new Error('No order');
  }
}

export async function loadUser(error: string): Promise<string> {
  try {
    return await load(error);
  } catch {
    throw new Error(error);
  }
}

export const loadItem = (id: string): Promise<string> =>
  load(id).catch(() => {
    throw new Error('No item');
  });

export async function loadTwice(id: string): Promise<string> {
  try {
    return await load(id);
  } catch {
    if (id === '') throw new Error('No id');
    throw new Error('No item');
  }
}
