import { catalog } from '@octollm/errors/catalog';
import { describe, expect, test } from 'vitest';
import { classifyThrow } from '../../../../rules/patterns/classifier/classify-throw.ts';
import { describeFirst } from './find-throws.ts';

const best = (code: string, filePath?: string): string | undefined =>
  classifyThrow(describeFirst(code, undefined, filePath), catalog)[0]?.name;

/** What people write, and the class that a reviewer would ask for. */
const lists: Readonly<Record<string, readonly string[]>> = {
  InvalidInputError: [
    "function f(id) { if (!id) throw new Error('id is required') }",
    "function f(page) { if (page < 1) throw new Error('Page must be greater than 0') }",
    "function f(name) { if (typeof name !== 'string') throw new Error('Oops') }",
    "function f(kind) { switch (kind) { case 'a': return 1; default: throw new Error(`Unknown event type: ${kind}`) } }",
    'function f(tool) { if (registry.has(tool.name)) throw new Error(`Tool ${tool.name} is already registered`) }',
    'function f(input) { const parsed = schema.safeParse(input); if (!parsed.success) throw new Error(parsed.error.message) }',
    "class A { constructor(options) { this.size = options.size; if (this.size < 1) throw new Error('Bad size') } }",
    'function f(kind) { if (!KINDS.has(kind)) throw new Error(`What is ${kind}?`) }',
    "function f(path) { if (blocked.includes(path)) throw new Error('Cannot delete the root') }",
    'function f(field) { if (!/^\\w+$/.test(field)) throw new Error(`Invalid field: ${field}`) }',
    'function f(name) { if (seen.has(name)) throw new Error(`Alias ${name} is already used in this query`) }',
    'function f(operator) { if (!OPERATORS.has(operator)) throw new Error(`${operator} not allowed to be used with text`) }',
    "function f(key) { if (!key) throw new Error('Encryption key is required') }",
    'function f(version) { if (version !== 4 && version !== 6) throw new Error(`Invalid DNS lookup IP version: ${version}`) }',
    "function f(click) { if (process.env.NODE_ENV !== 'production') { if (!click) throw new Error('Pass the click event on') } }",
    "function f(page) { if (page === '/404') throw new Error('The page /404 must be static') }",
  ],
  TaskNotFoundError: [
    'async function f(id) { const user = await users.findOne(id); if (!user) throw new Error(`User ${id} does not exist`) }',
    'function f(name) { const model = models.find((it) => it.name === name); if (!model) throw new Error(`No ${name}`) }',
    'function f(key) { if (!this.entries.has(key)) throw new Error(`What is ${key}?`) }',
    'if (!fs.existsSync(path)) throw new Error(`Where is ${path}?`)',
    "async function f() { try { await stat(path) } catch (e) { if (e.code === 'ENOENT') throw new Error('Gone') } }",
  ],
  AuthenticationError: [
    "const session = await auth(); if (!session) throw new Error('Not authenticated')",
    "if (response.status === 401) throw new Error('Run the set-up again')",
    "if (!equal(hash, stored)) throw new Error('Invalid password')",
    "if (expired) throw new Error('Session expired')",
  ],
  AuthorizationError: [
    "if (user.role !== 'admin') throw new Error('Access denied')",
    "if (doc.owner !== user.id) throw new Error('You do not have permission to edit this')",
  ],
  ConfigurationError: [
    "const key = process.env.API_TOKEN; if (!key) throw new Error('The token is required')",
    "const key = Deno.env.get('KEY'); if (!key) throw new Error('The key is required')",
    "if (!import.meta.env.VITE_URL) throw new Error('Where does the server live?')",
    "if (!key) throw new Error('PAYMENT_API_KEY is not configured on the server')",
    "function f(apiKey) { if (!apiKey) throw new Error('No API key provided') }",
    "const value = useContext(Context); if (!value) throw new Error('useThing must be used within a ThingProvider')",
    "try { await import('pg') } catch { throw new Error('Please install pg to use this') }",
    "const value = React.useContext(Context); if (!value) throw new Error('Could not find the thing')",
    "const router = useRouterContext(); if (!router) throw new Error('The router is missing')",
    "function f() { throw new Error('Random bytes are not supported in browser environments') }",
    "if (!crypto) throw new Error('A key is required, but this environment does not support cryptography')",
    "function f(middleware) { if (!middleware) throw new Error('Invalid middleware configuration') }",
  ],
  InternalError: [
    "class A { run() { if (this.running) throw new Error('Already running') } }",
    "class A { get client() { if (!this._client) throw new Error('Client not initialized. Call connect() first.') } }",
    "class A { f() { if (this.phase !== 'ready') throw new Error('Too early') } }",
    "class A { f() { if (!this.isReady()) throw new Error('Too early') } }",
    "const f = () => { if (!query) throw new Error('The query has not been loaded') }",
    "class A { del() { if (!this.cache) throw new Error('The cache was not initialised, please run init first') } }",
    "if (status !== 'idle') throw new Error('Cannot register prompts after the server has started')",
    "if (rounds > 100) throw new Error('Infinite update loop detected')",
  ],
  SystemError: [
    'async function f() { try { await fs.writeFile(path, text) } catch (e) { throw new Error(`Failed to write file ${path}`) } }',
    "child.on('exit', (code) => { if (code !== 0) reject(new Error(`Worker exited with code ${code}`)) })",
    "try { await g() } catch { throw new Error('Something went wrong') }",
    "if (process.platform !== 'win32') throw new Error('AppX is supported only on Windows')",
  ],
  DatabaseError: [
    "async function f() { try { return await db.query(sql) } catch { throw new Error('Could not fetch the orders') } }",
    "async function f() { const { error } = await supabase.from('jobs').select(); if (error) throw new Error(`Error finding jobs: ${error.message}`) }",
  ],
  NetworkError: [
    "socket.onerror = () => reject(new Error('Oops'))",
    "if (!home.ok) throw new Error('Portal unreachable')",
  ],
  TimeoutError: [
    'setTimeout(() => reject(new Error(`rejected after ${ms} ms`)), ms)',
    "if (Date.now() > end) throw new Error('Gave up waiting for the deadline')",
  ],
  CancelledError: [
    "if (signal.aborted) throw new Error('Stopped early')",
    "signal.addEventListener('abort', () => reject(new Error('Oops')))",
    "if (token.isCancellationRequested) throw new Error('Oops')",
  ],
  SerializationError: [
    "try { JSON.parse(text) } catch { throw new Error('Bad answer') }",
    "function f(text) { const list = JSON.parse(text); if (!list) throw new Error('Invalid or missing JSON') }",
    "function parseList() { if (text[at] !== ',') throw new Error(`Expected ',' at position ${at}`) }",
    "function decodeFrame(bytes) { if (bytes[0] !== 4) throw new Error('Bad magic number') }",
  ],
  RateLimitError: [
    "if (count > limit) throw new Error('Rate limit exceeded')",
    "if (response.status === 429) throw new Error('Slow')",
  ],
  CapacityExceededError: ["class A { add() { if (this.jobs.length >= this.most) throw new Error('Queue is full') } }"],
  ContextOverflowError: ['if (tokens > most) throw new Error(`Prompt is too long: ${tokens} tokens`)'],
  ToolError: ['const tool = tools[name]; if (!tool) throw new Error(`Unknown tool: ${name}`)'],
  LLMAPIError: [
    'const answer = await fetch(u); if (!answer.ok) throw new Error(`OpenAI API error: ${answer.status}`)',
    'try { await client.chat.completions.create(o) } catch (e) { throw new Error(`Failed to get completion: ${e.message}`) }',
  ],
  ThirdPartyAPIError: [
    'async function f() { const response = await fetch(u); if (!response.ok) throw new Error(`Failed to fetch: ${response.status}`) }',
    'const gone = await client.delete(ids); if (gone.status.error_code !== Codes.SUCCESS) throw new Error(`Error deleting: ${gone}`)',
    'const r = await fetch(u); if (!r.ok) throw new Error(`Could not retrieve the code: ${r.status}`)',
    'const answer = await fetch(u); if (answer.status !== 200) throw new Error(`Received ${answer.status}`)',
    'const { data } = await axios.get(u); if (data.error) throw new Error(data.error)',
    "const data = await response.json(); if (!Array.isArray(data)) throw new Error('Invalid list')",
    "const body = await response.json(); if (!body.challenge) throw new Error('No challenge received')",
  ],
  CacheError: ["if (!exists) throw new Error('No cache found')"],
};

describe.each(Object.entries(lists))('%s', (name, snippets) => {
  test.each(snippets)('%s', (code) => {
    expect(best(code)).toBe(name);
  });
});

test('where nothing else decides, the path does', () => {
  const code = "throw new Error('It broke')";
  expect(best(code, 'src/cache/store.ts')).not.toBe(best(code, 'src/database/migration.ts'));
});
