class RunError extends Error {
  constructor(message, options) {
    super(message, options);
  }
}
class CauseError extends Error {
  constructor(message, { cause, step } = {}) {
    super(message, { cause });
    this.step = step;
  }
}

function tryToRun() {
  try {
    run();
  } catch (error) {
    throw new Error('no');
  }
}

function runAgain() {
  try {
    run();
  } catch {
    throw new RunError('no');
  }
}

function runOnce() {
  try {
    run();
  } catch (error) {
    throw new CauseError('no', { step: 1 });
  }
}

module.exports = { tryToRun, runAgain, runOnce };
