// RFC 9110 §5.6.7 has three forms; the third, that of asctime, names no zone and means UTC.
const forms = [
  /^[A-Z][a-z]{2}, (?<day>\d\d) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>[0-2]\d:[0-5]\d:[0-6]\d) GMT$/,
  /^[A-Z][a-z]{5,8}, (?<day>\d\d)-(?<month>[A-Z][a-z]{2})-(?<year>\d\d) (?<time>[0-2]\d:[0-5]\d:[0-6]\d) GMT$/,
  /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<time>[0-2]\d:[0-5]\d:[0-6]\d) (?<year>\d{4})$/,
];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Converts a date of an HTTP header to milliseconds since 1970; `undefined` for anything but the three forms of RFC 9110,
 * also for a day that its month does not have.
 *
 * @param text The value of the header.
 * @param nowEpochMs The present, which decides the century of a year with two digits: never more than 50 years ahead.
 */
export function parseHttpDate(text: string, nowEpochMs: number): number | undefined {
  const {
    day = '',
    month = '',
    year = '',
    time = '',
  } = forms.map((form) => form.exec(text)?.groups).find(Boolean) ?? {};
  const monthIndex = months.indexOf(month);
  const [hours = NaN, minutes, seconds] = time.split(':').map(Number);
  const fullYear = year.length === 2 ? completeYear(Number(year), nowEpochMs) : Number(year);

  const epochMs = Date.UTC(fullYear, monthIndex, Number(day), hours, minutes, seconds);
  // The calendar moves 31 February into March; then the month differs from what was written.
  const date = new Date(epochMs);
  return date.getUTCMonth() === monthIndex && date.getUTCDate() === Number(day) ? epochMs : undefined;
}

function completeYear(twoDigits: number, nowEpochMs: number): number {
  const thisYear = new Date(nowEpochMs).getUTCFullYear();
  const year = thisYear - (thisYear % 100) + twoDigits;
  return year > thisYear + 50 ? year - 100 : year;
}
