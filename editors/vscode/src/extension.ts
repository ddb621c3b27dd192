// Starts `newslint lsp` for drafts, and asks for the reason where a finding is to be ignored.

import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";

const IGNORE = "newslint.ignoreWithReason";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("newslint.restart", restart),
    vscode.commands.registerCommand(IGNORE, ignore),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("newslint")) void restart();
    }),
  );
  await restart();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}

async function restart(): Promise<void> {
  await deactivate();
  const [program, ...args] = vscode.workspace.getConfiguration("newslint").get<string[]>("command", []);
  if (!program) {
    void vscode.window.showErrorMessage("newslint: the setting newslint.command is empty; it names the program.");
    return;
  }
  const server: ServerOptions = { command: program, args };
  const options: LanguageClientOptions = {
    documentSelector: ["file", "untitled"].flatMap((scheme) =>
      ["markdown", "plaintext"].map((language) => ({ scheme, language })),
    ),
    middleware: {
      async provideCodeActions(document, range, context, token, next) {
        const actions = await next(document, range, context, token);
        return actions?.map((action) => asking(document, action));
      },
    },
  };
  const starting = new LanguageClient("newslint", "newslint", server, options);
  try {
    await starting.start();
    client = starting;
  } catch (error) {
    void vscode.window.showErrorMessage(
      `newslint: “${program}” could not be started (${String(error)}). Install it (pip install newslint), or name it in the setting newslint.command.`,
    );
  }
}

/** An action that puts in a remark, made to ask for its reason first; others as they are. */
function asking(
  document: vscode.TextDocument,
  action: vscode.CodeAction | vscode.Command,
): vscode.CodeAction | vscode.Command {
  if (!(action instanceof vscode.CodeAction) || !action.edit || !action.title.startsWith("Ignore ")) return action;
  const edit = action.edit.get(document.uri)[0];
  if (!edit) return action;
  action.edit = undefined;
  action.command = {
    title: action.title,
    command: IGNORE,
    arguments: [document.uri, edit.range.start, edit.newText],
  };
  return action;
}

async function ignore(uri: vscode.Uri, at: vscode.Position, remark: string): Promise<void> {
  const reason = await vscode.window.showInputBox({
    prompt: "Why may it stand?",
    validateInput: (text) => (text.trim() ? undefined : "A finding is ignored for a reason."),
  });
  if (!reason) return;
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, at, remark.replace("] ", () => `] ${reason.trim()}`));
  await vscode.workspace.applyEdit(edit);
}
