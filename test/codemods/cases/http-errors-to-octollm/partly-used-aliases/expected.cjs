const { Conflict } = require('http-errors');
const { shop } = require('./shop');
const { AuthorizationError, TaskNotFoundError } = require('@octollm/errors');

exports.check = (kind) => {
  if (kind === 'a') throw new TaskNotFoundError('No such order in ' + shop);
  if (kind === 'b') throw new Conflict('The order exists');
  if (kind === 'c') throw new AuthorizationError('Only for owners');
};
