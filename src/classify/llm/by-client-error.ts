import { readProperty } from '../../errors/read-property.ts';
import type { Finding } from '../finding.ts';

/** What the clients of OpenAI and Vercel throw on their own account, when no server refused anything. */
const kinds: readonly (readonly [Finding['kind'], RegExp, retryable?: boolean])[] = [
  ['unauthenticated', /^AI_LoadAPIKeyError$/],
  ['config', /^AI_(LoadSetting|NoSuchModel|NoSuchProvider|UnsupportedModelVersion)Error$/],
  ['unimplemented', /^AI_UnsupportedFunctionalityError$/],
  [
    'invalid_argument',
    /^AI_(Invalid(Argument|DataContent|MessageRole|Prompt)|MessageConversion|TooManyEmbedding\w+)Error$/,
  ],
  ['content_filter', /^ContentFilterFinishReasonError$/],
  // The answer reached the limit that the request set.
  ['invalid_response', /^LengthFinishReasonError$/],
  // A model answers differently the next time.
  ['invalid_response', /^AI_(JSONParse|TypeValidation|EmptyResponseBody|No\w+Generated)Error$/, true],
  ['invalid_response', /^AI_Invalid(ResponseData|StreamPart|ToolInput)Error$/, true],
  ['invalid_response', /^AI_(NoSuchTool|ToolCallRepair|ToolChoiceViolation)Error$/, true],
];

/** Concludes from the class of an error that a client made by itself. */
export function byClientError(error: unknown): Finding | undefined {
  for (const name of [readProperty(error, 'name'), readProperty(readProperty(error, 'constructor'), 'name')]) {
    const found = typeof name === 'string' && kinds.find(([, pattern]) => pattern.test(name));
    if (found) return { kind: found[0], retryable: found[2] ?? false, code: name, confidence: 'structured' };
  }
  return undefined;
}
