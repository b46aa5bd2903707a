import { expect, test } from 'vitest';
import { findLicence } from '../../../codemods/resilience/find-licence.ts';
import { guardText } from '../support/guard-text.ts';

test.each([
  ['a block', '/* Copyright Acme */\nimport a;', '/* Copyright Acme */'],
  [
    'lines',
    '// Copyright Acme\n// Licensed under MIT\n\n// What this is.\n',
    '// Copyright Acme\n// Licensed under MIT',
  ],
  [
    'behind a shebang',
    '#!/usr/bin/env node\n\n// SPDX-License-Identifier: MIT\nrun();',
    '// SPDX-License-Identifier: MIT',
  ],
  ['behind a mark of the byte order', '\uFEFF/*! @license MIT */\n', '/*! @license MIT */'],
  [
    'with line ends of Windows',
    '// Copyright Acme\r\n// All rights reserved\r\n',
    '// Copyright Acme\n// All rights reserved',
  ],
  ['another comment', '// Loads orders.\nload();', undefined],
  ['a licence further down', 'load();\n// Copyright Acme\n', undefined],
  ['nothing', '', undefined],
])('%s', (_, text, licence) => {
  expect(findLicence(text)).toBe(licence);
});

test('the module of policies begins with it', () => {
  const { newFiles } = guardText(
    "// Copyright Acme\n\nexport const load = () => fetch('https://archive.example/orders');\n",
  );
  expect(newFiles['src/resilience.ts']).toMatch(/^\/\/ Copyright Acme\n\nimport /);
});
