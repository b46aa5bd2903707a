import * as typescriptParser from '@typescript-eslint/parser';
import * as eslint10 from 'eslint';
import * as eslint9 from 'eslint9';
import octollm, { type OctollmPlugin } from 'eslint-plugin-octollm';
import * as svelteParser from 'svelte-eslint-parser';
import { describe, expect, test } from 'vitest';
import * as vueParser from 'vue-eslint-parser';
import { allRules } from './lint-with-eslint.ts';

/* Components hold their code in `<script>` blocks, which parsers of their own read. */

const plugin: OctollmPlugin = octollm;
const hosts = [
  ['9', eslint9 as unknown as typeof eslint10],
  ['10', eslint10],
] as const;

type Message = eslint10.Linter.LintMessage;

function lint({ Linter }: typeof eslint10, filename: string, code: string): Message[] {
  const parser = filename.endsWith('.vue') ? vueParser : svelteParser;
  const config: eslint10.Linter.Config = {
    files: ['**/*.{vue,svelte}'],
    languageOptions: { parser, parserOptions: { parser: typescriptParser } },
    plugins: { octollm: plugin },
    rules: { ...allRules },
  };
  return new Linter().verify(code, [config], { filename });
}

const body = `
import { load } from './load';
export async function refresh(): Promise<void> {
  try {
    await load();
  } catch (error: any) {
    throw new Error('Could not load the orders');
  }
}
load().catch(() => {});
`;

const vue = `<template>
  <button @click="refresh().catch(() => {})">{{ label }}</button>
</template>

<script lang="ts">${body}</script>
`;

const setup = `<script setup lang="ts">
import { load } from './load';
const props = defineProps<{ id: string }>();
try {
  await load(props.id);
} catch {}
</script>

<template><p>{{ props.id }}</p></template>
`;

const svelte = `<script module lang="ts">${body}</script>

<script lang="ts">
  let { id } = $props();
  $effect(() => {
    load(id).catch(() => {});
  });
</script>

{#await load(id)}
  <p>…</p>
{:catch error}
  <p>{error.message}</p>
{/await}
<button onclick={() => load(id).catch(() => {})}>Reload</button>
`;

describe.each(hosts)('ESLint %s', (_, host) => {
  test('reads the script block of a Vue component', () => {
    const rules = lint(host, 'Orders.vue', vue).map(({ ruleId }) => ruleId);
    expect(rules).toContain('octollm/require-cause');
    expect(rules).toContain('octollm/no-any-in-handler');
    expect(rules).toContain('octollm/no-silent-catch');
  });

  test('reads a `<script setup>` with a top-level await', () => {
    expect(lint(host, 'Order.vue', setup).map(({ ruleId }) => ruleId)).toContain('octollm/no-silent-catch');
  });

  test('reads both scripts and the expressions of a Svelte component', () => {
    const messages = lint(host, 'Orders.svelte', svelte);
    expect(messages.map(({ ruleId }) => ruleId)).toContain('octollm/require-cause');
    expect(messages.filter(({ ruleId }) => ruleId === 'octollm/no-silent-catch').length).toBeGreaterThan(1);
  });

  test.each([
    ['Orders.vue', vue],
    ['Order.vue', setup],
    ['Orders.svelte', svelte],
  ])('offers edits that stay inside of the script of %s', (filename, code) => {
    const messages = lint(host, filename, code);
    expect(messages.filter(({ ruleId }) => ruleId === null)).toEqual([]);
    for (const { ruleId, suggestions = [] } of messages)
      for (const { desc, fix } of suggestions) {
        const fixed = code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]);
        const after = lint(host, filename, fixed);
        expect(
          after.filter((message) => message.fatal),
          `${ruleId}: ${desc}\n${fixed}`,
        ).toEqual([]);
        if (isInScript(code, fix.range[1])) expect(stripScripts(fixed), `${ruleId}: ${desc}`).toBe(stripScripts(code));
      }
  });
});

function isInScript(code: string, offset: number): boolean {
  return [...code.matchAll(/<script[^>]*>[\s\S]*?<\/script>/g)].some(
    ({ 0: text, index }) => offset > index && offset < index + text.length,
  );
}

/** What stands outside of the scripts. */
function stripScripts(code: string): string {
  return code.replace(/(<script[^>]*>)[\s\S]*?(<\/script>)/g, '$1$2');
}
