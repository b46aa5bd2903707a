/** Calls of the methods that search a text. */
const searches =
  /(?:\.\s*|\[\s*['"`])(?:includes|startsWith|endsWith|indexOf|lastIndexOf|search|match|matchAll|test|exec|has)\b/;
/** How the text of an error is read where it is only compared: its properties, and functions that make text. */
const texts =
  /[.{,]\s*(?:stack|errmsg|message|\w+Message)\b|['"`](?:message|stack)['"`]|(?:[sS]tring|inspect|stringify|Text|Msg|[mM]essage\w*|Stack|(?:format|describe|print)(?:Err|Error|Exception))\s*\(|`\s*[=!]==|[=!]==?\s*`/;

/** Whether a file can decide anything by the text of an error; most cannot, and need no look at their variables. */
export function mayMatchText(text: string): boolean {
  return searches.test(text) || texts.test(text);
}
