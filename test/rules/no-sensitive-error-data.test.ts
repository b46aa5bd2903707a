import noSensitiveErrorData from '../../rules/no-sensitive-error-data.ts';
import { testRule, type ExpectedError } from '../support/rule-tester.ts';

const redacted = (output: string, messageId = 'secret'): ExpectedError[] => [
  { messageId, suggestions: [{ messageId: 'redact', output }] },
];
const told = (name: string, messageId = 'secret'): ExpectedError[] => [{ messageId, data: { name } }];

testRule('no-sensitive-error-data', noSensitiveErrorData, {
  valid: [
    // Words are no secrets.
    'throw new Error("Invalid token");',
    'throw new Error("The password is too short");',
    'throw new AuthError(`Wrong password for ${user.id}`);',
    'throw new Error(`${user} has no apiKey`);',
    'throw new Error(messages.password);',

    // What a name says about a secret is not the secret.
    'throw new Error(`${tokenCount} of ${maxTokens} tokens`);',
    'throw new Error(`Fill in ${passwordField.name}`);',
    'throw new Error(`${password.length} characters`);',
    'throw new Error(`${passwordLength} characters, ${secretName}, ${cookieDomain}, ${tokenType}, ${apiKeyId}`);',
    'throw new Error(`${hasPassword} ${isSecret} ${requireToken}`);',
    'throw new Error(`${errors.password} ${labels.secret} ${t.password} ${Fields.Password}`);',
    'throw new Error(`Set ${envKeys.apiKey} or send ${headerNames.Authorization}`);',
    'throw new Error(`${typeof password} ${!!secret}`);',
    'throw new Error(password ? "set" : "not set");',
    'throw new Error(`Key ${mask(apiKey)} is no good`);',
    'throw new Error(`Key ${apiKey.slice(0, 4)} is no good`);',
    'throw new Error(`${hash(password)} differs`);',
    'throw new LoginError("m", { password: "[redacted]", token: redact(token) });',
    'throw Object.assign(new LoginError("m"), { user, code: 401 });',
    'throw Object.assign(new LoginError("m"), password);',
    'throw new LoginError("m", { [password]: 1, credentials: undefined });',
    'throw new LoginError(user, password);',
    'throw new LoginError("m", { cause: secret });',
    'throw new Error(`${isOpen && "secret"}`);',

    {
      name: 'a handle of the platform',
      code: 'function open(privateKey: CryptoKey) { throw new KeyError("m", { key: privateKey }); }',
      filename: 'src/a.ts',
    },

    {
      code: 'function open(pair: CryptoKeyPair) { throw new KeyError("m", { key: pair.privateKey }); }',
      filename: 'src/a.ts',
    },

    // Tokens of other kinds.
    'throw new SyntaxError(`Unexpected token ${token}`);',
    'throw new Error(`Invalid token: ${token}`);',
    'throw new ParseError(`Expected a session, got ${token} at line ${line}`);',
    'throw new Error(`Swap of ${token} failed`);',
    'throw new Error(`Unknown cursor ${token}: it is exhausted or has expired`);',
    'function parse(token) { throw new Error(`Invalid token: ${token}`); }',
    'throw new Error(`No provider for ${token} in the session`);',
    'throw new Error(`${nextToken} ${pageToken} ${token.type} ${tokens}`);',
    'throw new SwapError("m", { token });',

    // What is not there cannot be told.
    'if (!apiKey) throw new Error(`The key is ${apiKey}`);',
    'if (typeof options.apiKey !== "string") throw new Error(`The key is ${options.apiKey}`);',
    'if (password === undefined || isOld) { throw new Error(`The password is ${password}`); }',

    // Objects.
    'throw new Error(`${req} ${headers}`);',
    'throw new ApiError("m", { method: req.method, url: req.url, headers: response.headers });',
    'throw new ApiError("m", { headers: pick(req.headers, "accept") });',
    'throw new ApiError("m", { mode: process.env.NODE_ENV });',
    'throw new ApiError("m", { config: config.name });',
    'if (typeof config !== "object") throw new TypeError(`No object: ${JSON.stringify(config)}`);',
    'throw new ApiError("m", { count: req.cookies.length });',
    'throw new BakeError(`${recipe.cookies} were burnt`);',
    {
      name: 'a client has requests of its own',
      code: 'function send(request: Request) { throw new ApiError("m", { request }); }',
    },
    'throw new ApiError("m", { req: 1, request: undefined });',
    'throw new ContinueAsNew({ headers, workflow });',

    // No errors.
    'log(`login failed for ${user} ${password}`);',
    'new LoginForm({ password });',
    'return_(`${password}`);',
    'const text = `${password}`; log(text); throw new Error("m");',

    // Options.
    { code: 'throw new Error(`${password}`);', options: [{ patterns: ['pin'] }] },
    { code: 'throw new ApiError("m", { headers });', options: [{ objects: [] }] },
    { code: 'throw new Error(`${password}`);', options: [{ patterns: [] }] },
    { name: 'a test', code: 'throw new Error(`${password}`);', filename: 'src/login.test.ts' },
  ],
  invalid: [
    {
      code: 'throw new Error(`login failed for ${user} ${password}`);',
      errors: [
        {
          messageId: 'secret',
          line: 1,
          column: 45,
          data: { name: 'password', className: 'Error', outcome: 'leak' },
          suggestions: [{ messageId: 'redact', output: 'throw new Error(`login failed for ${user} [redacted]`);' }],
        },
      ],
    },
    { code: 'throw new Error(`key ${ user.apiKey }!`);', errors: redacted('throw new Error(`key [redacted]!`);') },
    { code: "throw new Error('key ' + apiKey);", errors: redacted("throw new Error('key ' + '[redacted]');") },
    { code: 'throw Error(password);', errors: redacted("throw Error('[redacted]');") },
    {
      name: 'a comment would be lost',
      code: 'throw new Error(`${user /* a */ .password}`);',
      errors: [{ messageId: 'secret', suggestions: [] }],
    },
    {
      name: 'a comment would be lost',
      code: 'throw new Error(`${/* a */ password}`);',
      errors: [{ messageId: 'secret', suggestions: [] }],
    },
    { code: 'throw new Error(`a ${b + secret} c`);', errors: redacted("throw new Error(`a ${b + '[redacted]'} c`);") },
    {
      code: 'throw new LoginError("m", { user, password });',
      errors: redacted('throw new LoginError("m", { user, password: \'[redacted]\' });'),
    },
    {
      code: 'throw new LoginError("m", { context: { token: user.accessToken } });',
      errors: redacted('throw new LoginError("m", { context: { token: \'[redacted]\' } });'),
    },
    {
      code: 'throw Object.assign(new LoginError("m"), { user, password });',
      errors: redacted('throw Object.assign(new LoginError("m"), { user, password: \'[redacted]\' });'),
    },
    {
      code: 'const error = new LoginError("m"); throw Object.assign(error, { context: { apiKey } });',
      errors: told('apiKey'),
    },
    { code: 'throw new Error("malformed token: " + token);', errors: told('token') },
    { code: 'throw new AuthError("Bad credentials", { token });', errors: told('token') },
    {
      code: 'throw new Error(`Connecting to ${connectionString} and ${process.env.DATABASE_URL} failed`);',
      errors: ['secret', 'secret'],
    },
    { code: 'function verifyToken(token) { throw new Error(`Invalid token: ${token}`); }', errors: told('token') },
    { code: 'const login = (token) => { throw new Error(`Invalid token: ${token}`); };', errors: told('token') },
    { code: 'throw new Error(`${keys.apiKey}`);', errors: told('keys.apiKey') },
    {
      code: 'function open(privateKey: string) { throw new KeyError("m", { key: privateKey }); }',
      errors: told('privateKey'),
      filename: 'src/a.ts',
    },
    { code: 'throw new LoginError("m", [{ input: form.password }]);', errors: told('form.password') },
    { code: 'throw new LoginError({ message: `bad ${password}` });', errors: told('password') },
    { code: 'throw new Error(`${user?.password!}`);', errors: ['secret'] },
    { code: 'throw new Error(`${(config as Config).clientSecret}`);', errors: ['secret'] },
    { code: 'throw new Error(`${process.env.DB_PASSWORD}`);', errors: told('process.env.DB_PASSWORD') },
    {
      code: 'throw new Error(`${req.headers["x-api-key"]} ${req.headers.authorization} ${req.headers.cookie}`);',
      errors: ['secret', 'secret', 'secret'],
    },
    {
      code: 'throw new Error(`${this.password} ${private_key} ${sshPassphrase} ${session.csrfToken} ${JWT_SECRET}`);',
      errors: ['secret', 'secret', 'secret', 'secret', 'secret'],
    },
    { code: 'class A { #password; f() { throw new Error(`${this.#password}`); } }', errors: ['secret'] },
    { code: 'throw new Error(`${password ?? "none"}`);', errors: ['secret'] },
    { code: 'throw new Error(isOpen ? `${password}` : "m");', errors: ['secret'] },
    {
      code: 'throw new Error(`${String(password)} ${password.trim()} ${encodeURIComponent(password)}`);',
      errors: ['secret', 'secret', 'secret'],
    },
    { code: 'const text = `bad ${password}`; throw new Error(text);', errors: ['secret'] },
    { code: 'const error = new Error(`bad ${password}`); log(error); throw error;', errors: ['secret'] },
    {
      name: 'the other branch',
      code: 'if (!apiKey) load(); else throw new Error(`The key ${apiKey} is no good`);',
      errors: ['secret'],
    },
    {
      name: 'a function in between runs later',
      code: 'if (!apiKey) load(() => { throw new Error(`The key ${apiKey} is no good`); });',
      errors: ['secret'],
    },
    {
      name: 'another value is missing',
      code: 'if (!user) throw new Error(`No user for ${apiKey}`);',
      errors: ['secret'],
    },

    // A token that opens something.
    { code: 'throw new Error(`The session of ${token} has expired`);', errors: told('token') },
    { code: 'throw new UnauthorizedError(`Bad token ${token}`);', errors: told('token') },
    {
      code: 'throw new Error(`${refreshToken} ${bearer_token} ${oauthToken} ${npmToken}`);',
      errors: ['secret', 'secret', 'secret', 'secret'],
    },

    // Objects.
    {
      code: 'throw new ApiError("m", { headers: req.headers });',
      errors: redacted('throw new ApiError("m", { headers: \'[redacted]\' });', 'whole'),
    },
    {
      code: 'throw new ApiError("m", { url, headers });',
      errors: redacted('throw new ApiError("m", { url, headers: \'[redacted]\' });', 'whole'),
    },
    {
      code: 'throw new ApiError("m", { context: { ...process.env } });',
      errors: [{ messageId: 'whole', data: { name: 'process.env' }, suggestions: [] }],
    },
    { code: 'throw new Error(`env: ${JSON.stringify(process.env)}`);', errors: told('process.env', 'whole') },
    {
      code: 'throw new Error(`refused: ${JSON.stringify(error.config.headers)}`);',
      errors: told('error.config.headers', 'whole'),
    },
    { code: 'throw new DeniedError(`${req.cookies.session} may not do this`);', errors: told('req.cookies.session') },
    {
      code: 'throw new DeniedError("m", { id: request.signedCookies.sid });',
      errors: told('request.signedCookies.sid'),
    },
    { code: 'throw new Error(`config: ${JSON.stringify(config, null, 2)}`);', errors: told('config', 'whole') },
    { code: 'app.get("/", (req, res) => { throw new ApiError("m", { req }); });', errors: told('req', 'whole') },
    {
      code: 'function handle(request: Request, reply: Reply) { throw new ApiError("m", { request }); }',
      errors: told('request', 'whole'),
    },
    {
      code: 'throw new ApiError("m", { headers: ctx.request.headers });',
      errors: told('ctx.request.headers', 'whole'),
    },

    // Every way out.
    { code: 'new Promise((resolve, reject) => reject(new Error(`${password}`)));', errors: ['secret'] },
    { code: 'function f(done) { done(new Error(`${password}`)); }', errors: ['secret'] },
    { code: 'function f() { return new LoginError(`${password}`); }', errors: ['secret'] },
    { code: 'throw new Redirection(`${password}`);', errors: ['secret'] },
    { code: 'throw createLoginError(`${password}`);', errors: ['secret'] },
    { code: 'try { a(); } catch (e) { throw new Error(`${password}`, { cause: e }); }', errors: ['secret'] },
    { code: 'class A { static { throw new Error(`${password}`); } }', errors: ['secret'] },
    { code: 'throw new Error(`${pin}`);', options: [{ patterns: ['pin'] }], errors: told('pin') },
    {
      code: 'throw new ApiError("m", { session });',
      options: [{ objects: ['session'] }],
      errors: told('session', 'whole'),
    },
    {
      name: 'tests, when asked for',
      code: 'throw new Error(`${password}`);',
      filename: 'src/login.test.ts',
      options: [{ allowInTests: false }],
      errors: ['secret'],
    },
  ],
});
