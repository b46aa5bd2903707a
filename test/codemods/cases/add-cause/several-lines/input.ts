declare function load(id: string): Promise<string>;

export async function loadOrder(id: string): Promise<string> {
  try {
    return await load(id);
  } catch (error) {
    throw new Error(
      `The order with the number ${id} cannot be loaded, which is a pity for whoever waits for it`,
    );
  }
}

export async function loadUser(id: string): Promise<string> {
  try {
    return await load(id);
  } catch (error) {
    throw new Error(
      // for the reader
      'No user', // at all
    );
  }
}

export async function loadItem(id: string): Promise<string> {
  try {
    return await load(id);
  } catch (error) {
    throw new Error('No ' +
      'item');
  }
}
