declare function run(): Promise<void>;

export const tryToRun = () => run().catch((e: unknown) => console.error(e instanceof Error ? e.message : String(e)));
