import { catalog, errorKinds, parseCatalog, severities } from '@octollm/errors/catalog';
import { describe, expect, it } from 'vitest';

describe('the catalogue', () => {
  it('has one root', () => {
    expect(catalog.filter(({ parent }) => parent === null).map(({ name }) => name)).toEqual(['OctoLLMError']);
  });

  it('lists parents before children', () => {
    catalog.forEach(({ name, parent }, index) => {
      const before = catalog.slice(0, index).map((entry) => entry.name);
      if (parent !== null) expect(before, name).toContain(parent);
    });
  });

  it('gives each class a name and a code of its own', () => {
    expect(new Set(catalog.map(({ name }) => name)).size).toBe(catalog.length);
    expect(new Set(catalog.map(({ code }) => code)).size).toBe(catalog.length);
  });

  it('survives JSON, as a catalogue of a project would', () => {
    expect(JSON.parse(JSON.stringify(catalog))).toEqual(catalog);
    expect(parseCatalog(JSON.parse(JSON.stringify(catalog)))).toEqual(catalog);
  });
});

describe.each([...catalog])('$name', ({ kind, severity, status, title, doc, signals, details }) => {
  it('uses the vocabulary', () => {
    expect(errorKinds).toContain(kind);
    expect(severities).toContain(severity);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
  });

  it('has a title without a full stop and a sentence with one', () => {
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(doc).toMatch(/^[A-Z].*\.$/);
  });

  it('names its details as the wire does', () => {
    for (const detail of Object.keys(details)) expect(detail).toMatch(/^[a-z]+(_[a-z]+)*$/);
  });

  it('lists each signal once, words in lower case', () => {
    const { words, ...lists } = signals;
    for (const list of [...Object.values(lists), words.strong, words.weak]) expect(repeats(list)).toEqual([]);
    for (const word of [...words.strong, ...words.weak]) expect(word).toBe(word.toLowerCase());
  });
});

function repeats(list: readonly unknown[]): unknown[] {
  return list.filter((item, index) => list.indexOf(item) !== index);
}
