const markers: readonly RegExp[] = [
  /@generated\b/,
  /\bdo not (?:edit|modify)\b/i,
  /\b(?:file|code|module|source)\s+(?:(?:is|was|has been)\s+)?(?:auto(?:matically)?[- ]?)?generated\b/i,
  /^\W*(?:auto(?:matically)?[- ]?)?generated (?:file|code|by|from)\b/i,
];

const headLength = 2_000;
/** In each of the markers; few heads have one of them, and only these are read line by line. */
const words = /generated|do not/i;
const commentLine = /^\s*(?:\/\/|\/\*|\*|#)/;

/** Whether a comment at the head of a file says that a machine wrote it. */
export function isGenerated(text: string): boolean {
  const head = text.slice(0, headLength);
  if (!words.test(head)) return false;
  return head
    .split(/\r\n|[\r\n]/)
    .some((line) => commentLine.test(line) && markers.some((marker) => marker.test(line)));
}

const averageLineOfMinified = 300;

/** Whether a file is written for machines to load: lines so long that nobody can have typed them. */
export function isMinified(text: string): boolean {
  if (text.length < 2_000) return false;
  const fewestLines = text.length / averageLineOfMinified;
  let lines = 1;
  for (let index = text.indexOf('\n'); index !== -1 && lines < fewestLines; index = text.indexOf('\n', index + 1))
    lines++;
  return lines < fewestLines;
}
