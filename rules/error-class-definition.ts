import { mendErrorClass } from './fix/mend-error-class.ts';
import { classChecks, type ClassCheck, type ClassFaultKind } from './patterns/error-class/class-fault.ts';
import { getErrorClass, getRoot, isDeclaredOnly, type ErrorClass } from './patterns/error-class/error-class.ts';
import { findFaults } from './patterns/error-class/find-faults.ts';
import type { ClassPolicy } from './patterns/error-class/find-policy-faults.ts';
import { matchesName } from './patterns/name-pattern.ts';
import { onceForEach } from './patterns/once-for-each.ts';
import type { OctollmSettings } from './patterns/settings/settings.ts';
import { isTestFile } from './patterns/settings/test-files.ts';
import { isTypeScriptFile } from './patterns/typescript-file.ts';
import { createRule, type Rule } from './plugin/create-rule.ts';
import { visitClasses } from './plugin/visit-classes.ts';

type MessageIds = ClassFaultKind | 'mend';

interface Options {
  readonly checks: readonly ClassCheck[];
  readonly nameStyle: ClassPolicy['nameStyle'];
  readonly codePattern: string;
  readonly allowBases: readonly string[];
  readonly allowInTests: boolean;
}

const rule: Rule = createRule<Options, MessageIds>({
  name: 'error-class-definition',
  type: 'problem',
  description: 'Require error classes to keep the name, the message, the stack and the cause of their errors',
  why: 'a class that loses the name, the message or the cause loses it for each of its errors, and nobody looks there.',
  how: 'pass message and options to `super`, give the class a `name` of its own, and let fields leave `message` alone.',
  presets: {
    recommended: ['error', { checks: ['name', 'super', 'message', 'shadowing', 'cause', 'prototype'] }],
    strict: ['error', { checks: ['name', 'super', 'message', 'shadowing', 'cause', 'prototype', 'empty'] }],
    octollm: ['error', { checks: [...classChecks] }],
    migration: ['warn', { checks: ['name', 'super', 'message', 'shadowing', 'cause', 'prototype'] }],
  },
  hasSuggestions: true,
  messages: {
    unnamed: 'Errors of `{{name}}` call themselves `{{detail}}` in logs and stacks: give the class a field `name`.',
    misnamed: 'Errors of `{{name}}` call themselves `{{detail}}`: set `name` to the name of the class.',
    inheritedName:
      'Errors of `{{name}}` call themselves `{{detail}}`, as their base does: give the class a field `name`.',
    anonymous: 'The class has no name, and neither have its errors: name it and give it a field `name`.',
    minifiedName: 'A minifier changes the name of `{{name}}` and so that of its errors: write the name as text.',
    fixedName: 'Every subclass inherits this `name`: read it from `new.target.name`.',
    noSuper: 'The constructor of `{{name}}` does not call `super`, so that it always fails: call it with the message.',
    messageDropped: '`super` gets no message, so errors of `{{name}}` have none: pass it `{{detail}}`.',
    messageAssigned:
      'The stack begins with the message that `super` gets, and this one comes too late: pass it to `super`.',
    messageRepeated: '`super` has set this message already: take the assignment away.',
    shadowed: 'The field `{{detail}}` is written after `super` and hides what that has set: pass the value to `super`.',
    causeDropped: '`{{name}}` takes `{{detail}}` and does not keep it: pass it to `super` as the cause.',
    noCauseSlot: '`{{name}}` cannot carry the error that led to it: take options and pass them to `super`.',
    otherPrototype: 'Errors of `{{name}}` get the prototype of `{{detail}}` here: write `new.target.prototype`.',
    basePrototype:
      '`{{detail}}` sets its prototype by name, so none is an instance of `{{name}}`: write `new.target.prototype` there.',
    suffix: 'The name `{{name}}` does not say that it is an error: start it with a capital and end it in `Error`.',
    builtInBase:
      '`{{name}}` extends `{{detail}}` directly: extend a class of the hierarchy, which has a code and a status.',
    noCode: '`{{name}}` has no `code` for callers and logs to go by: define one.',
    wrongCode: 'The code `{{detail}}` of `{{name}}` does not match `{{pattern}}`: rename it.',
    mend: 'Mend it.',
  },
  properties: {
    checks: {
      description: 'What is checked.',
      type: 'array',
      items: { type: 'string', enum: [...classChecks] },
      uniqueItems: true,
    },
    nameStyle: {
      description: 'Where `name` has to come from: any source, the name of the class as text, or `new.target.name`.',
      type: 'string',
      enum: ['any', 'literal', 'new-target'],
    },
    codePattern: { description: 'Regular expression that codes match, for the check `code`.', type: 'string' },
    allowBases: {
      description: 'Base classes of frameworks whose descendants are left alone.',
      type: 'array',
      items: { type: 'string' },
      uniqueItems: true,
    },
    allowInTests: { description: 'Allow in the files that `settings.octollm.testGlobs` names.', type: 'boolean' },
  },
  defaults: {
    checks: ['name', 'super', 'message', 'shadowing', 'cause', 'prototype', 'suffix'],
    nameStyle: 'any',
    codePattern: '^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$',
    allowBases: [],
    allowInTests: true,
  },
  create: (context, options, settings) => {
    // Declaration files have no bodies to check.
    if (/\.d\.[cm]?ts$/.test(context.filename)) return {};
    const source = context.sourceCode;
    const check = (errorClass: ErrorClass): void => {
      const root = getRoot(errorClass);
      if (options.allowInTests && isTestFile(context.filename, context.cwd, settings.testGlobs)) return;
      if (isDeclaredOnly(errorClass.node) || matchesName(root.name, options.allowBases)) return;
      for (const fault of findFaults(source, errorClass, getPolicy(options, settings))) {
        const fix = mendErrorClass(source, errorClass, fault, isTypeScriptFile(context.filename));
        context.report({
          node: fault.node,
          messageId: fault.kind,
          data: {
            name: errorClass.name ?? 'this class',
            detail: fault.detail ?? root.name,
            pattern: options.codePattern,
          },
          suggest: fix ? [{ messageId: 'mend', fix }] : [],
        });
      }
    };
    return visitClasses(source, (node) => {
      const errorClass = getErrorClass(source, node);
      if (errorClass) check(errorClass);
    });
  },
});

export default rule;

const namesOfHierarchy = onceForEach(
  (settings: OctollmSettings): ReadonlySet<string> => new Set(settings.catalog.map(({ name }) => name)),
);

const getCodePattern = onceForEach(({ codePattern }: Options) => new RegExp(codePattern));

function getPolicy(options: Options, settings: OctollmSettings): ClassPolicy {
  return { ...options, codePattern: getCodePattern(options), hierarchy: namesOfHierarchy(settings) };
}
