import { isTypeScriptFile } from 'eslint-plugin-octollm/patterns';
import type { Needles } from '../engine/transform/codemod.ts';

const { raw } = String;

/** What may stand between two tokens. */
const gap = raw`\s*(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*|\/\/[^\n]*\n\s*)*`;
const name = raw`[\w$]+`;

/** A callback that is written in place and takes something that is not typed `unknown`. */
const parameter = raw`(?:\(${gap}(?!\)|${name}\s*:\s*unknown\s*[,)=])|${name}\s*=>)`;
const callback = raw`(?:async\b${gap})?(?:function\b[\s*]*(?:${name})?\s*)?${parameter}`;

/** `.catch((error) => …)`, and the same behind a condition: `.catch(isQuiet ? ignore : (error) => …)`. */
const inCatch = new RegExp(raw`\.\s*catch\s*(?:<[^()]*>)?(?:\?\.)?\(${gap}(?:[^();]{0,200}[?:|&]${gap})?${callback}`);
/** `.then(read, (error) => …)`: what ends with a bracket before the comma may be of any length. */
const isThen = /\.\s*then\b/;
const behindComma = new RegExp(
  raw`(?:[})\]]|\bthen\s*(?:<[^()]*>)?\([^(){};]*(?:\([^(){};]*\)[^(){};]*)*)\s*,${gap}${callback}`,
);

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
    raw`\.\s*(?:then|catch)\s*\([^;]*?[\w$]\s*\)`,
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
  return inCatch.test(text) || (isThen.test(text) && behindComma.test(text));
}

function mayHoldAny(text: string): boolean {
  // Most files do not even have the word.
  if (!text.includes('any')) return false;
  return anyInClause.test(text) || anyError.test(text) || (anyParameter.test(text) && takesCallback.test(text));
}
