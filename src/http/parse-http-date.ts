// RFC 9110 §5.6.7 has three forms; the third, that of asctime, names no zone and means UTC.
const dated = /^[A-Z][a-z]{2,8}, ([ \d]\d)[ -]([A-Z][a-z]{2})[ -](\d\d|\d{4}) ([\d:]{8}) GMT$/;
const asctime = /([A-Z][a-z]{2}) ([A-Z][a-z]{2}) ([ \d]\d) ([\d:]{8}) (\d{4})/;

/**
 * Converts a date of an HTTP header to milliseconds since 1970; `undefined` for anything but the three forms of RFC 9110,
 * of which servers mix the first two, and for a day or a second that the calendar does not have.
 *
 * @param text The value of the header.
 * @param nowEpochMs The present, which decides the century of a year with two digits: never more than 50 years ahead.
 */
export function parseHttpDate(text: string, nowEpochMs: number): number | undefined {
  const [, day = '', month, year = '', time] = dated.exec(text.replace(asctime, '$1, $3 $2 $5 $4 GMT')) ?? [];
  const fullYear = year.length === 2 ? completeYear(Number(year), nowEpochMs) : year;
  const date = `${day.trim()} ${month} ${fullYear} ${time} GMT`;
  const epochMs = Date.parse(date);
  // The calendar moves 31 February into March; then it reads back differently.
  return new Date(epochMs).toUTCString().endsWith(date) ? epochMs : undefined;
}

function completeYear(twoDigits: number, nowEpochMs: number): number {
  const latest = new Date(nowEpochMs).getUTCFullYear() + 50;
  return latest - ((latest - twoDigits) % 100);
}
