/**
 * Calls a hook; what it throws, or what its promise rejects with, reaches `onHookError` and never the call.
 *
 * @param hook Called at once; nothing waits for it.
 * @param event What it hears of.
 * @param onHookError Hears what the hook threw; what this one throws is dropped.
 */
export async function notify<Event>(
  hook: ((event: Event) => void) | undefined,
  event: Event,
  onHookError: ((error: unknown) => void) | undefined,
): Promise<void> {
  try {
    await hook?.(event);
  } catch (error) {
    try {
      onHookError?.(error);
    } catch {
      // expected: the last place that could hear of it has failed itself.
    }
  }
}
