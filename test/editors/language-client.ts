import { spawn, type ChildProcess } from 'node:child_process';
import {
  createProtocolConnection,
  ApplyWorkspaceEditRequest,
  CodeActionRequest,
  ConfigurationRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type Command,
  type Diagnostic,
  type ProtocolConnection,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { applyEdits, getTextEdits } from './apply-edits.ts';

export interface Server {
  readonly command: string;
  readonly arguments: readonly string[];
  /** What the server is told under its section of the editor's settings. */
  readonly settings: object;
}

/** The part of an editor that a linter meets: it opens a document, shows problems, and applies an edit that is chosen. */
export class LanguageClient {
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #uri: string;
  #text: string;
  #version = 1;
  #diagnostics: readonly Diagnostic[] | undefined;
  readonly #listeners: Set<() => void> = new Set();
  #errors = '';
  /** Whether the server gives diagnostics when it is asked for them, instead of publishing them. */
  #isAsked = false;

  private constructor(server: Server, folder: string, uri: string, text: string) {
    this.#uri = uri;
    this.#text = text;
    const child = spawn(server.command, [...server.arguments], { cwd: folder, stdio: 'pipe' });
    child.stderr.on('data', (chunk: Buffer) => (this.#errors += chunk.toString()));
    this.#process = child;
    this.#connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.#answer(server.settings);
    this.#connection.listen();
  }

  /** Starts a server for a folder and opens one of its documents. */
  static async open(server: Server, folder: string, uri: string, text: string): Promise<LanguageClient> {
    const client = new LanguageClient(server, folder, uri, text);
    const folderUri = uri.slice(0, uri.lastIndexOf('/'));
    const { capabilities } = await client.#connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: folderUri,
      workspaceFolders: [{ uri: folderUri, name: 'project' }],
      initializationOptions: [{ workspaceUri: folderUri, options: server.settings }],
      capabilities: {
        workspace: {
          applyEdit: true,
          configuration: true,
          workspaceFolders: true,
          workspaceEdit: { documentChanges: true },
        },
        textDocument: {
          publishDiagnostics: { codeDescriptionSupport: true },
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
        },
      },
    });
    client.#isAsked = capabilities.diagnosticProvider !== undefined;
    await client.#connection.sendNotification(InitializedNotification.type, {});
    await client.#connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'typescript', version: 1, text },
    });
    return client;
  }

  get text(): string {
    return this.#text;
  }

  /** Waits until the server has given diagnostics of which the condition holds. */
  async waitForDiagnostics(
    condition: (diagnostics: readonly Diagnostic[]) => boolean,
    deadlineMs = 60_000,
  ): Promise<readonly Diagnostic[]> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        if (!this.#diagnostics || !condition(this.#diagnostics)) return;
        clearTimeout(deadline);
        this.#listeners.delete(check);
        resolve(this.#diagnostics);
      };
      const deadline = setTimeout(() => {
        const last = JSON.stringify(this.#diagnostics?.map(({ message }) => message) ?? 'none');
        reject(new Error(`No such diagnostics within ${deadlineMs} ms; last seen: ${last}. ${this.#errors}`));
      }, deadlineMs);
      this.#listeners.add(check);
      check();
      if (this.#isAsked) this.#askForDiagnostics().catch(reject);
    });
  }

  async #askForDiagnostics(): Promise<void> {
    const report = await this.#connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: this.#uri },
    });
    if (report.kind === 'full') this.#setDiagnostics(report.items);
  }

  #setDiagnostics(diagnostics: readonly Diagnostic[]): void {
    this.#diagnostics = diagnostics;
    for (const listener of [...this.#listeners]) listener();
  }

  /** The quick fixes that the editor would list for a diagnostic. */
  async getQuickFixes(diagnostic: Diagnostic): Promise<(CodeAction | Command)[]> {
    const actions = await this.#connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: this.#uri },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic], only: ['quickfix'] },
    });
    return actions ?? [];
  }

  /** Applies a quick fix as a click would: its edit, or the edit that its command makes the server send. */
  async apply(action: CodeAction | Command): Promise<void> {
    if ('edit' in action && action.edit) return this.#applyEdit(action.edit);
    const command = typeof action.command === 'string' ? (action as Command) : action.command;
    if (!command) throw new Error(`The quick fix "${action.title}" has neither an edit nor a command.`);
    await this.#connection.sendRequest(ExecuteCommandRequest.type, {
      command: command.command,
      arguments: command.arguments ?? [],
    });
  }

  async close(): Promise<void> {
    await this.#connection.sendRequest(ShutdownRequest.type);
    await this.#connection.sendNotification(ExitNotification.type);
    this.#connection.dispose();
    this.#process.kill();
  }

  #answer(settings: object): void {
    this.#connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settings));
    this.#connection.onRequest(RegistrationRequest.type, () => undefined);
    this.#connection.onRequest(ApplyWorkspaceEditRequest.type, async ({ edit }) => {
      await this.#applyEdit(edit);
      return { applied: true };
    });
    this.#connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      if (uri === this.#uri) this.#setDiagnostics(diagnostics);
    });
  }

  async #applyEdit(edit: WorkspaceEdit): Promise<void> {
    this.#text = applyEdits(this.#text, getTextEdits(edit, this.#uri));
    this.#version += 1;
    // What was published before is about the old text.
    this.#diagnostics = undefined;
    await this.#connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.#uri, version: this.#version },
      contentChanges: [{ text: this.#text }],
    });
  }
}
