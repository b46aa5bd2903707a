'use strict';

const express = require('express');
const { TaskNotFoundError } = require('@octollm/errors');

const app = express();

app.use((req, res, next) => {
  next(new TaskNotFoundError('Nothing at ' + req.url));
});

module.exports = app;
