import { expect, it } from 'vitest';
import { readDeclaredHeaders } from '../../../../src/adapters/boundary/declared-headers.ts';

it('reads headers with names in lower case, lists as one value', () => {
  expect(readDeclaredHeaders({ Allow: ['GET', 'HEAD'], 'Retry-After': 5 })).toEqual({
    allow: 'GET, HEAD',
    'retry-after': '5',
  });
});

it.each([
  ['a line break, which would begin another header', { location: '/\r\nset-cookie: a=1' }],
  ['a character that is no byte', { 'x-name': 'č' }],
  ['a name that is no token', { 'x name': '1' }],
  ['a value that is no text', { 'x-object': {}, 'x-none': undefined, 'x-null': null }],
  ['what describes another body', { 'Content-Type': 'text/html', 'Content-Length': 3, 'Transfer-Encoding': 'chunked' }],
])('leaves out %s', (_, headers) => {
  expect(readDeclaredHeaders(headers)).toEqual({});
});

it.each([[undefined], [null], [7], [''], [new Map([['a', 'b']])]])('finds none in %s', (headers) => {
  expect(readDeclaredHeaders(headers)).toEqual({});
});
