const head = /\.\s*then\s*(?:<[^()]*>)?\(/g;
/** What decides where arguments end: brackets, commas, and what begins text in which neither counts. */
const mark = /[()[\]{},'"`/]/g;
const commentOrString = /\/\*[^]*?\*\/|\/\/[^\n]*|(['"])(?:\\[^]|(?!\1)[^\\\n])*\1/y;
const regularExpression = /(?<=(?:[(,=:[!&|?{};>]|\breturn)\s*)\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//y;

/** A call with more text than this is looked at in full instead. */
const mostLength = 50_000;

/**
 * Lists the places behind each comma between the arguments of a `.then(…)`, read off the text alone.
 *
 * @returns undefined where the text does not tell, because a call is too long or does not end
 */
export function findFurtherArguments(text: string): readonly number[] | undefined {
  const places: number[] = [];
  for (const { index, 0: start } of text.matchAll(head)) {
    const end = scan(text, index + start.length, (comma) => places.push(comma + 1));
    if (end === undefined) return undefined;
  }
  return places;
}

/** Reads on to the bracket that closes what is open at a place. */
function scan(text: string, from: number, onComma: (place: number) => void = () => undefined): number | undefined {
  let depth = 0;
  let at = from;
  while (at - from < mostLength) {
    const found = next(text, at);
    if (found === undefined) return undefined;
    at = skipLiteral(text, found);
    if (at > found) continue;
    const character = text[found] ?? '';
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character) && depth-- === 0) return found;
    else if (character === ',' && depth === 0) onComma(found);
    at = found + 1;
  }
  return undefined;
}

function next(text: string, from: number): number | undefined {
  mark.lastIndex = from;
  return mark.exec(text)?.index;
}

/** The end of a comment, string, template or regular expression that begins at a place; the place itself where none does. */
function skipLiteral(text: string, at: number): number {
  if (text[at] === '`') return skipTemplate(text, at);
  for (const pattern of [commentOrString, regularExpression]) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  return at;
}

function skipTemplate(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '`') return at + 1;
    else if (text.startsWith('${', at)) at = scan(text, at + 2) ?? text.length;
  }
  return text.length;
}
