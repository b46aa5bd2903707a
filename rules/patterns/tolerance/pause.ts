/** Calls that let time pass: `await sleep(500)`, `await new Promise((resolve) => setTimeout(resolve, 500))`. */
export const pause: RegExp = /\bsetTimeout\b|\b(?:sleep|delay|wait|pause|backoff)(?:For|Ms)?\(/;
