"""A client that keeps no manners: it sends bytes, and reads what comes."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from typing import Any

SECONDS = 120


class Client:
    """A server, and what was sent to it and came from it."""

    def __init__(self, **capabilities: Any) -> None:
        command = [sys.executable, "-m", "newslint", "lsp"]
        self.server = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._came: queue.Queue[dict[str, Any] | None] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self._asked = 0
        self.ask("initialize", processId=None, rootUri=None, capabilities=capabilities)
        self.tell("initialized")

    def _read(self) -> None:
        assert self.server.stdout
        while line := self.server.stdout.readline():
            length = int(line.split(b":")[1])
            while self.server.stdout.readline().strip():
                pass
            self._came.put(json.loads(self.server.stdout.read(length)))
        self._came.put(None)

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.server.stdin.flush()

    def tell(self, method: str, **params: Any) -> None:
        self.send({"method": method, "params": params})

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """The whole answer to a request."""
        self._asked += 1
        self.send({"id": self._asked, "method": method, "params": params or None})
        while (came := self.next()).get("id") != self._asked or "method" in came:
            pass
        return came

    def next(self) -> dict[str, Any]:
        """The next message of the server."""
        came = self._came.get(timeout=SECONDS)
        assert came is not None, "the server has gone"
        return came

    def told(self, uri: str, version: int) -> list[dict[str, Any]]:
        """The diagnostics of a draft as it stands in a version."""
        while True:
            came = self.next()
            params = came.get("params") or {}
            published = came.get("method") == "textDocument/publishDiagnostics"
            if published and (params["uri"], params.get("version")) == (uri, version):
                return list(params["diagnostics"])

    def open(self, uri: str, text: str) -> None:
        document = {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)

    def change(self, uri: str, version: int, *changes: dict[str, Any]) -> None:
        document = {"uri": uri, "version": version}
        self.tell("textDocument/didChange", textDocument=document, contentChanges=list(changes))

    def leave(self) -> int:
        """Go in good order; the server's exit code."""
        assert "error" not in self.ask("shutdown")
        self.tell("exit")
        return self.server.wait(SECONDS)


def typed(line: int, start: int, end: int, text: str) -> dict[str, Any]:
    """A change of one line."""
    reach = {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}
    return {"range": reach, "text": text}
