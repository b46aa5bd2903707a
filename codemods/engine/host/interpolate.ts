/** Fills the `{{ name }}` places of a message with the data of a report; a place without data stays as it is. */
export function interpolate(message: string, data: Readonly<Record<string, unknown>>): string {
  if (!message.includes('{{')) return message;
  return message.replace(/\{\{([^{}]+)\}\}/g, (place, name: string) => {
    const key = name.trim();
    return key in data ? String(data[key]) : place;
  });
}
