'use strict';

const fs = require('node:fs');
const { InvalidInputError, TaskNotFoundError } = require('@octollm/errors');

module.exports = function open(path) {
  if (!path) throw new InvalidInputError('The path is required');
  if (!fs.existsSync(path)) throw new TaskNotFoundError(`File ${path} does not exist`);
};
