import { Comment, type DeclarationReflection, type ParameterReflection } from 'typedoc';

const timeWords = new Set(
  'after age delay duration elapsed expires interval latency lease reset time timeout ttl wait window'.split(' '),
);
const unitInName = /(?:ms|seconds)$/i;
const unitInText = /\b(?:milliseconds|ms|seconds)\b/i;

/** Tells whether a part is a number that its name calls a time, while neither name nor description say its unit. */
export function lacksUnit({ name, type, comment }: DeclarationReflection | ParameterReflection): boolean {
  const isNumber = /\bnumber\b/.test(type?.toString() ?? '');
  if (!isNumber || unitInName.test(name) || !isTime(name)) return false;
  return !unitInText.test(Comment.combineDisplayParts(comment?.summary));
}

function isTime(name: string): boolean {
  return name.split(/(?=[A-Z])|_/).some((word) => timeWords.has(word.toLowerCase()));
}
