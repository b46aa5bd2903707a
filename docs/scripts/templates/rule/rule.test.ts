import { testRule } from '../../../../test/support/rule-tester.ts';
import rule from './rule.ts';

testRule('no-template', rule, {
  valid: [
    'try { start(); } catch (error) { throw error; }',
    { name: 'a function that is only named so', code: 'try { start(); } catch (error) { job.exit(error); }' },
    {
      name: 'a kind that is not asked for',
      code: 'start().catch(() => { process.exit(1); });',
      options: [{ kinds: ['catch-clause'] }],
    },
  ],
  invalid: [
    {
      code: 'try { start(); } catch (error) { process.exit(1); }',
      errors: [{ messageId: 'terminates', line: 1, column: 18 }],
    },
    { code: 'start().catch((error: unknown) => { process.exit(1); });', errors: ['terminates'] },
  ],
});
