import { catalog } from '@octollm/errors/catalog';
import { beforeAll, describe, expect, test } from 'vitest';
import { throwToHierarchy } from '../../codemods/throw-to-hierarchy.ts';
import { getCorpusPackages } from './corpus.ts';
import { fetchCorpus } from './fetch-corpus.ts';
import { countReports } from './generic-throw-reports.ts';
import { findLabelledThrows, getLabelledPackages, getLabels, throwSets } from './labelled-throws.ts';
import { findDared, getShareFrom } from './score-confidence.ts';
import { countRight, scoreThrows } from './score-throws.ts';

const leastShare = 0.75;
const leastLabels = 500;
const leastPrecision = 0.93;
const leastRecall = 0.95;
const leastDared = 0.85;

beforeAll(async () => {
  await fetchCorpus('labels');
}, 600_000);

describe('the labelled throws', () => {
  test('are enough, in packages that the corpus pins at the version that was read', () => {
    const labels = getLabelledPackages().flatMap(getLabels);
    expect(labels.filter(({ generic }) => generic).length).toBeGreaterThanOrEqual(leastLabels);
    const pinned = (['labels', 'first-sight'] as const)
      .flatMap(getCorpusPackages)
      .map(({ name, version }) => `${name}@${version}`);
    for (const entry of getLabelledPackages()) expect(pinned).toContain(`${entry.package}@${entry.version}`);
  });

  test('name classes of the catalogue, and none where there is nothing to report', () => {
    const names = catalog.map(({ name }) => name);
    for (const label of getLabelledPackages().flatMap(getLabels)) {
      if (label.generic) expect(names).toContain(label.first);
      else expect([label.first, label.second]).toEqual([null, null]);
      if (label.second !== null) expect(names).toContain(label.second);
      expect(label.second).not.toBe(label.first ?? undefined);
    }
  });

  test('name each place once', () => {
    for (const entry of getLabelledPackages()) {
      const places = getLabels(entry).map(({ file, line }) => `${file}:${line}`);
      expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
    }
  });

  test('are all found', () => {
    const found = throwSets.flatMap(findLabelledThrows).length;
    const fetched = getLabelledPackages().filter(({ batch }) => batch !== 'first-sight');
    expect(found).toBe(fetched.flatMap(getLabels).length);
  });
});

describe('the class offered first is the first or second label', () => {
  test.each(throwSets)('in the %s set in at least 75 of 100', (set) => {
    const { right, all } = countRight(scoreThrows(set));
    expect(right / all).toBeGreaterThanOrEqual(leastShare);
  });
});

describe('the class that `throw-to-hierarchy` dares to write is the first or second label', () => {
  test.each(throwSets)('in the %s set in at least 85 of 100', (set) => {
    const [option] = throwToHierarchy.options ?? [];
    expect(getShareFrom(findDared(set), Number(option?.default))).toBeGreaterThanOrEqual(leastDared);
  });
});

test('at most one reportable throw in a hundred is taken for an invariant', () => {
  const generic = throwSets.flatMap(scoreThrows).filter(({ label }) => label.generic);
  expect(generic.filter(({ isMarker }) => isMarker).length / generic.length).toBeLessThanOrEqual(0.01);
});

test('`no-generic-throw` reports what a reader would, and little else', () => {
  const { right, wrong, missed } = countReports(['held-out', 'fresh']);
  expect(right / (right + wrong)).toBeGreaterThanOrEqual(leastPrecision);
  expect(right / (right + missed)).toBeGreaterThanOrEqual(leastRecall);
});
