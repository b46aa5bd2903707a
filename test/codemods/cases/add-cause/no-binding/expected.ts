declare function load(id: string): Promise<string>;

export async function loadOrder(id: string): Promise<string> {
  try {
    return await load(id);
  } catch (error) {
    throw new Error('No order', { cause: error });
  }
}

export async function loadUser(error: string): Promise<string> {
  try {
    return await load(error);
  } catch (cause) {
    throw new Error(error, { cause });
  }
}

export const loadItem = (id: string): Promise<string> =>
  load(id).catch((error: unknown) => {
    throw new Error('No item', { cause: error });
  });

export async function loadTwice(id: string): Promise<string> {
  try {
    return await load(id);
  } catch (error) {
    if (id === '') throw new Error('No id', { cause: error });
    throw new Error('No item', { cause: error });
  }
}
