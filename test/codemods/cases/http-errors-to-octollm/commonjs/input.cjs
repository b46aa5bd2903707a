'use strict';

const createError = require('http-errors');
const express = require('express');

const app = express();

app.use((req, res, next) => {
  next(createError(404, 'Nothing at ' + req.url));
});

module.exports = app;
