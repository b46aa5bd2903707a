import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/plugin/registry.generated.ts';
import noSilentCatch from '../../rules/no-silent-catch.ts';
import { lintInAudit, lintInOxlint } from '../support/lint-on-hosts.ts';
import { lint } from '../support/lint.ts';
import type { Case } from '../support/rule-case.ts';

const dropped: Case = { code: 'try { load(); } catch (e) {}' };
const taught: Case = { ...dropped, settings: { messageStyle: 'teaching' } };
const { messages } = noSilentCatch.meta;
const lesson = messages['silent:teaching'] ?? '';

describe('messages that teach', () => {
  test('say what, why and how', () => {
    expect(lesson).toMatch(/^This handler drops the error: .*\. Why: a dropped error is .*\. How: handle .*\.$/);
    expect(lesson.startsWith(messages['silent'] ?? '-')).toBe(true);
  });

  test('are off by default', () => {
    expect(lint('no-silent-catch', noSilentCatch, dropped, 'typescript').map(({ message }) => message)).toEqual([
      messages['silent'],
    ]);
  });

  test.each(['typescript', 'espree'] as const)('in ESLint, under %s', (parser) => {
    const [report] = lint('no-silent-catch', noSilentCatch, taught, parser);
    expect(report).toMatchObject({ message: lesson, messageId: 'silent:teaching' });
  });

  test('the edits stay as they are, under their concise names', () => {
    const [concise] = lint('no-silent-catch', noSilentCatch, dropped, 'typescript');
    const [report] = lint('no-silent-catch', noSilentCatch, taught, 'typescript');
    expect(report?.suggestions).toEqual(concise?.suggestions);
    expect(report?.suggestions).toMatchObject([{ desc: 'Rethrow the error.' }]);
  });

  test('in Oxlint', () => {
    expect(lintInOxlint('no-silent-catch', [taught, dropped])).toEqual([
      [`1:17 ${lesson}`],
      [`1:17 ${messages['silent']}`],
    ]);
  });

  test('in the audit', () => {
    expect(lintInAudit('no-silent-catch', taught)).toEqual([`1:17 ${lesson}`]);
  });

  test('name what the concise message names', () => {
    const code = 'try { load(); } catch (failure) { throw new LoadError("m"); }';
    const [report] = lint('require-cause', rules['require-cause'] ?? noSilentCatch, { ...taught, code }, 'espree');
    expect(report?.message).toMatch(/^The original error is lost here: pass it on as `\{ cause: failure \}`\. Why: /);
  });

  test.each(Object.entries(rules))('%s has a lesson for each message', (_, { meta }) => {
    const concise = Object.entries(meta.messages).filter(([id]) => !id.endsWith(':teaching'));
    expect(concise.length).toBeGreaterThan(0);
    for (const [id, text] of concise)
      expect(meta.messages[`${id}:teaching`]).toMatch(new RegExp(`^.{${text.length}} Why: .+ How: .+$`));
  });
});
