declare function run(): Promise<void>;

export async function one(): Promise<void> {
  try {
    await run();
  } catch ({ message }: any) {
    throw new Error(message);
  }
}

function fail(): never {
  throw new Error('no');
}
export const two = (): Promise<void> => run().catch(fail);
