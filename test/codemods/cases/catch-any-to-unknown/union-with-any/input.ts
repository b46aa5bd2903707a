declare function run(): Promise<void>;

export const tryToRun = () => run().catch((e: Error | any) => console.error(e.message));
