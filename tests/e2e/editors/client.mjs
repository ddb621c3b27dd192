// A client over vscode-jsonrpc, as editors built on VS Code's libraries speak: what it sees goes to standard
// output as JSON. Arguments: the folder whose node_modules hold vscode-jsonrpc, the program of the server, the draft.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [home, python, draft] = process.argv.slice(2);
const rpc = createRequire(`${home}/package.json`)("vscode-jsonrpc/node");

const server = spawn(python, ["-m", "newslint", "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
const left = new Promise((resolve) => server.on("exit", resolve));
const connection = rpc.createMessageConnection(
  new rpc.StreamMessageReader(server.stdout),
  new rpc.StreamMessageWriter(server.stdin),
);
const waiting = new Map();
connection.onNotification("textDocument/publishDiagnostics", (told) => waiting.get(told.version)?.(told.diagnostics));
const told = (version) => new Promise((resolve) => waiting.set(version, resolve));
connection.listen();

const uri = pathToFileURL(draft).href;
const { capabilities } = await connection.sendRequest("initialize", {
  processId: process.pid,
  rootUri: null,
  capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
});
await connection.sendNotification("initialized", {});

let text = readFileSync(draft, "utf8");
const opened = told(1);
await connection.sendNotification("textDocument/didOpen", {
  textDocument: { uri, languageId: "plaintext", version: 1, text },
});
const first = await opened;

const [fix] = await connection.sendRequest("textDocument/codeAction", {
  textDocument: { uri },
  range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
  context: { diagnostics: first, only: ["source.fixAll"] },
});
const edits = fix.edit.changes[uri];
const fixed = told(2);
await connection.sendNotification("textDocument/didChange", {
  textDocument: { uri, version: 2 },
  // Later edits first: each is made in what the one before it left.
  contentChanges: [...edits].reverse().map(({ range, newText }) => ({ range, text: newText })),
});
const after = await fixed;

await connection.sendRequest("shutdown");
await connection.sendNotification("exit");
const codes = (diagnostics) => diagnostics.map(({ code }) => code);
console.log(
  JSON.stringify({ encoding: capabilities.positionEncoding, first: codes(first), after: codes(after), exit: await left }),
);
