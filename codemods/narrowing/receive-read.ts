import type { Node } from 'eslint-plugin-octollm/patterns';
import type { SyntaxFile } from '../engine/transform/codemod.ts';
import { getReception } from './get-reception.ts';
import { isTested } from './positions.ts';
import { getTextChain, getWholeRead, isOfError, needsMoreThanText, type PropertyRead } from './property-read.ts';
import { getReadGuard } from './read-guard.ts';
import { certain, doubtful, likely, withoutError, type Reception } from './reception.ts';

/** Tells whether a read can get a test, and what is made of it then still compiles. */
export function receiveRead(file: SyntaxFile, read: PropertyRead): Reception {
  const { member, property } = read;
  if (!/^[A-Za-z_$][\w$]*$/.test(property)) return doubtful('is no plain name');
  const misuse = needsMoreThanText(read);
  const isText = property === 'message' || property === 'name';
  if (isText && misuse !== undefined) return doubtful(misuse);
  if (property === 'message') return certain;
  const chain = getTextChain(member);
  const whole = getWholeRead(read);
  // What axios says of its errors is typed `any` behind `response.data`.
  if (getReadGuard(file, read).isNarrower) return isAssigned(chain.parent?.type) ? doubtful('is written to') : certain;
  if (property === 'name' && chain !== whole) return isTested(chain) ? certain : doubtful('is used as text');
  const reception = withoutError(getReception(file, whole));
  return reception.kind === 'doubtful' && isOfError(property) && isPartOfArgument(whole) ? likely : reception;
}

/** `reply.send({ detail: e.stack })`: text in an object that is handed on, which hardly a type refuses. */
function isPartOfArgument({ parent }: Node): boolean {
  return parent?.type === 'Property' && parent.parent.parent.type === 'CallExpression';
}

function isAssigned(type: string | undefined): boolean {
  return type === 'AssignmentExpression' || type === 'UpdateExpression' || type === 'UnaryExpression';
}
