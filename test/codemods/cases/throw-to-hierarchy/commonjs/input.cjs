'use strict';

const fs = require('node:fs');

module.exports = function open(path) {
  if (!path) throw new Error('The path is required');
  if (!fs.existsSync(path)) throw Error(`File ${path} does not exist`);
};
