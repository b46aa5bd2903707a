declare function load(): Promise<string>;
declare function show(message: string): void;

export async function open(): Promise<void> {
  try {
    show(await load());
  } catch (error: unknown) {
    if (error instanceof Error && error.message) {
      show(error.message);
    } else {
      show('Something went wrong.');
    }
  }
}

export async function reopen(): Promise<void> {
  try {
    show(await load());
  } catch (error: unknown) {
    if (!(error instanceof Error && error.message)) show('Something went wrong.');
  }
}

export async function explain(): Promise<string> {
  try {
    return await load();
  } catch (error: unknown) {
    const text = error instanceof Error && error.message ? `Could not load: ${error.message}` : 'Could not load.';
    return error instanceof Error && error.message && error.stack ? `${text}\n${error.stack}` : text;
  }
}
