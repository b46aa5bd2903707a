declare function load(id: string): Promise<string>;

export async function loadOrder(id: string): Promise<string> {
  try {
    return await load(id);
  } catch (cause) {
    throw new Error('No order', { cause });
  }
}
