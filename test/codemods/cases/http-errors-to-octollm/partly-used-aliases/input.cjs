const { NotFound, Conflict, Forbidden } = require('http-errors');
const { shop } = require('./shop');

exports.check = (kind) => {
  if (kind === 'a') throw new NotFound('No such order in ' + shop);
  if (kind === 'b') throw new Conflict('The order exists');
  if (kind === 'c') throw new Forbidden('Only for owners');
};
