import type { TSESLint } from '@typescript-eslint/utils';
import type { ClassFault } from '../patterns/error-class/class-fault.ts';
import { getLineage, type ClassNode, type ErrorClass } from '../patterns/error-class/error-class.ts';
import { findSetPrototype } from '../patterns/error-class/find-prototype-fault.ts';
import { findMember, findSuperCalls } from '../patterns/error-class/members.ts';
import { getText, type Node, type Source } from '../patterns/source.ts';
import { hasComment, hasCommentBetween } from '../patterns/has-comment.ts';
import { getIndentUnit } from './indent-unit.ts';
import { moveMessage } from './move-message.ts';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | TSESLint.RuleFix[];

/** The edit that mends a fault of an error class, where the text shows how. */
export function mendErrorClass(
  source: Source,
  errorClass: ErrorClass,
  fault: ClassFault,
  isTyped: boolean,
): Fix | undefined {
  const { node, name } = errorClass;
  switch (fault.kind) {
    case 'unnamed':
    case 'inheritedName':
      return name === undefined ? undefined : addName(source, node, name, isTyped);
    case 'misnamed':
    case 'minifiedName':
      return name === undefined || hasComment(source, fault.node)
        ? undefined
        : (fixer) => fixer.replaceText(fault.node, quote(source, name));
    case 'messageDropped':
      return hasComment(source, fault.node) || getText(source, fault.node) !== 'super()'
        ? undefined
        : (fixer) => fixer.replaceText(fault.node, `super(${fault.detail ?? ''})`);
    case 'messageAssigned':
    case 'messageRepeated':
      return fault.node.type === 'AssignmentExpression' ? moveMessage(source, node, fault.node) : undefined;
    case 'shadowed':
      return declareField(source, fault.node);
    case 'causeDropped':
      return passCause(source, errorClass, fault.detail ?? '');
    case 'otherPrototype':
      return setTargetPrototype(source, node);
    case 'basePrototype':
      return setBasePrototype(source, errorClass);
    default:
      return undefined;
  }
}

function quote({ text }: Source, name: string): string {
  return text.split('"').length > text.split("'").length ? `"${name}"` : `'${name}'`;
}

/** A field runs behind `super` and holds for every constructor, also for one that is written later. */
function addName(source: Source, node: ClassNode, name: string, isTyped: boolean): Fix | undefined {
  if (findMember(node, 'name')) return undefined;
  const field = `${isTyped ? 'override ' : ''}name = ${quote(source, name)};`;
  const [start, end] = node.body.range;
  const open: [number, number] = [start, start + 1];
  const [first] = node.body.body;
  if (!first) {
    return hasCommentBetween(source, start, end)
      ? (fixer) => fixer.insertTextAfterRange(open, ` ${field}`)
      : (fixer) => fixer.replaceTextRange([start, end], `{ ${field} }`);
  }
  const lineStart = source.text.lastIndexOf('\n', first.range[0] - 1) + 1;
  const indent = source.text.slice(lineStart, first.range[0]);
  if (lineStart <= start || indent.trim() !== '') return (fixer) => fixer.insertTextAfterRange(open, ` ${field}`);
  const lineEnd = source.text[lineStart - 2] === '\r' ? '\r\n' : '\n';
  return (fixer) => fixer.insertTextAfterRange(open, `${lineEnd}${indent || getIndentUnit(source)}${field}`);
}

/** `declare message: string;` tells the compiler of a type and writes nothing. */
function declareField(source: Source, field: Node): Fix | undefined {
  if (
    field.type !== 'PropertyDefinition' ||
    field.value ||
    !field.typeAnnotation ||
    field.override ||
    field.decorators.length > 0
  )
    return undefined;
  const text = getText(source, field);
  const modifiers = /^(?:(?:public|protected|private)\s+)?/.exec(text)?.[0].length ?? 0;
  const place = field.range[0] + modifiers;
  return (fixer) => fixer.insertTextAfterRange([place, place], 'declare ');
}

/** Only of the language's own classes the text shows where they take their cause. */
function passCause(source: Source, { node, base }: ErrorClass, name: string): Fix | undefined {
  const [call, ...others] = findSuperCalls(source, node);
  if (
    !call ||
    others.length > 0 ||
    base.kind !== 'built-in' ||
    call.arguments.length !== (base.name === 'AggregateError' ? 2 : 1)
  )
    return undefined;
  const last = call.arguments.at(-1);
  if (!last || last.type === 'SpreadElement' || !/^\s*\)$/.test(source.text.slice(last.range[1], call.range[1])))
    return undefined;
  const isOptions = /^(?:options|opts|errorOptions|init)$/i.test(name);
  const cause = isOptions ? name : name === 'cause' ? '{ cause }' : `{ cause: ${name} }`;
  return (fixer) => fixer.insertTextAfter(last, `, ${cause}`);
}

function setTargetPrototype(source: Source, node: ClassNode): Fix | undefined {
  const set = findSetPrototype(source, node);
  return set && !hasComment(source, set.node)
    ? (fixer) => fixer.replaceText(set.node, 'new.target.prototype')
    : undefined;
}

function setBasePrototype(source: Source, errorClass: ErrorClass): Fix | undefined {
  const base = getLineage(errorClass)
    .slice(1)
    .find(({ node }) => findSetPrototype(source, node));
  return base && setTargetPrototype(source, base.node);
}
