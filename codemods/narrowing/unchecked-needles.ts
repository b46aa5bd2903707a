import { isTypeScriptFile } from 'eslint-plugin-octollm/patterns';
import type { Needles } from '../engine/transform/codemod.ts';
import { findFurtherArguments } from './further-arguments.ts';

const { raw } = String;

/** What may stand between two tokens. */
const gap = raw`\s*(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*|\/\/[^\n]*\n\s*)*`;
const name = raw`[\w$]+`;

/** A callback that is written in place and takes something that is not typed `unknown`. */
const parameter = raw`(?:\(${gap}(?!\)|${name}\s*:\s*unknown\s*[,)=])|${name}\s*=>)`;
const callback = raw`(?:async\b${gap})?(?:function\b[\s*]*(?:${name})?\s*)?${parameter}`;

/** `.catch((error) => …)`, and the same behind a condition: `.catch(isQuiet ? ignore : (error) => …)`. */
const inCatch = new RegExp(raw`\.\s*catch\s*(?:<[^()]*>)?(?:\?\.)?\(${gap}(?:[^();]{0,200}[?:|&]${gap})?${callback}`);
const isThen = /\.\s*then\b/;
/** What a further argument of `.then(…)` begins with, and what a whole one is that goes by its name. */
const atCallback = new RegExp(raw`${gap}${callback}`, 'y');
const atName = new RegExp(raw`${gap}[\w$.#!]+\s*,?\s*\)`, 'y');

/** The type `any`, alone, in a union, or as the first element of a list. */
const any = raw`\??\s*:\s*(?:[^()=;]*\|)?[\s[(]*(?:${name}\??\s*:\s*)?any\b`;
const errorName = raw`(?:\w*(?:[eE]rr|[eE]rror)|_*(?:er|e|ex|exception|cause|errror))`;

/** `catch (e: any)`, `catch ({ message }: any)` */
const anyInClause = new RegExp(raw`\bcatch\s*\([^()]*?${any}`);
const anyError = new RegExp(raw`[(,]${gap}${errorName}\s*${any}`);
/** A parameter of any name is an error for the function that it is handed to. */
const anyParameter = new RegExp(
  raw`\(${gap}(?:this\s*:[^,()]*,\s*)?(?:\.{3})?(?:${name}|\{[^}]*\}|\[[^\]]*\])\s*${any}`,
);
const takesCallback = new RegExp(
  [
    raw`\.\s*catch\s*(?:<[^()]*>)?(?:\?\.)?\([^();]*?[\w$]\s*,?\s*\)`,
    raw`(?:\bon|\bonce|Listener)\s*(?:<[^()]*>)?(?:\?\.)?\(${gap}(['"])(?:error|uncaughtException|unhandled[rR]ejection)\1`,
    raw`\.\s*onerror\s*=`,
    raw`(?:\.\s*(?:subscribe|setErrorHandler|onError)|\bcatchError)\s*(?:<[^()]*>)?(?:\?\.)?\(`,
    raw`componentDidCatch|getDerivedStateFromError`,
    raw`(['"])(?:node:)?(?:fs|graceful-fs|fs-extra|child_process|crypto|dns|stream|zlib)\2`,
  ].join('|'),
);

/** What a file has in it that may receive an error without checking it. */
export const uncheckedNeedles: Needles = {
  test: (text, path) => isTypeScriptFile(path) && (mayHoldBare(text) || mayHoldAny(text)),
};

function mayHoldBare(text: string): boolean {
  return inCatch.test(text) || mayThen(text, atCallback);
}

function mayHoldAny(text: string): boolean {
  // Most files do not even have the word.
  if (!text.includes('any')) return false;
  if (anyInClause.test(text) || anyError.test(text)) return true;
  return anyParameter.test(text) && (takesCallback.test(text) || mayThen(text, atName));
}

/** Whether some `.then(…)` has a further argument of a form. */
function mayThen(text: string, form: RegExp): boolean {
  if (!isThen.test(text)) return false;
  const places = findFurtherArguments(text);
  return !places || places.some((place) => isAt(text, place, form));
}

function isAt(text: string, place: number, form: RegExp): boolean {
  form.lastIndex = place;
  return form.test(text);
}
