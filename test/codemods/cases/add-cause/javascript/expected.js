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
    throw new Error('no', { cause: error });
  }
}

function runAgain() {
  try {
    run();
  } catch (error) {
    throw new RunError('no', { cause: error });
  }
}

function runOnce() {
  try {
    run();
  } catch (error) {
    throw new CauseError('no', { cause: error, step: 1 });
  }
}

module.exports = { tryToRun, runAgain, runOnce };
