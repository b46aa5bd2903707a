/** A function that is named for dropping what it gets. */
const drops = /^(?:squash|swallow|ignore|suppress|discard|silence|noop)(?=[A-Z]|$)/;

/** Words that add nothing to that: every error is dropped. */
const everyError =
  /^(?:Any|All|The|Every|It|Fn|Caught|Unhandled|Async|Promise|Errors?|Exceptions?|Rejections?|Failures?|Silently|Quietly)*$/;

/**
 * Whether a function drops every error that it is handed, by its name: `swallow`, `ignoreErrors`. One that names the errors that it drops
 * passes the others on: `ignoreIfMissing`, `swallowAbort`.
 */
export function isNamedForDropping(name: string): boolean {
  return drops.test(name) && everyError.test(name.replace(drops, ''));
}
