declare function run(x: any): Promise<void>;

export const one = (value: any) => run(value).catch((e: unknown) => console.error(e));
export const two = (value: any) => {
  try {
    void run(value);
  } catch (e) {
    console.error(e);
  }
};
