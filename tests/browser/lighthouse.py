"""Ask Lighthouse about pages of a built site, served gzipped as a host of static pages would; print its scores.

`make lighthouse` runs this. It needs Node.js: `npx` fetches Lighthouse on the first run. Pages that ask search engines
to stay away lose points under SEO for that alone.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.browser.conftest import NAMES
from tests.browser.kinds import STORY

PAGES = ("index", "reading-the-marks", f"{STORY}/index", f"{STORY}/version-a", f"{STORY}/sourcing")
PACKED = ("text/", "application/javascript", "application/json", "image/svg")


class Packing(SimpleHTTPRequestHandler):
    """Sends text gzipped and lets the browser keep it."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        kind = self.guess_type(path)
        data = path.read_bytes()
        self.send_response(200)
        if kind.startswith(PACKED):
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def ask(address: str) -> dict[str, float]:
    """Return Lighthouse's scores of one page on a simulated phone, from 0 to 1."""
    chrome = next((path for name in NAMES if (path := shutil.which(name))), "")
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        flags = "--chrome-flags=--headless --no-sandbox"
        command = ["npx", "--yes", "lighthouse", address, "--quiet", flags, "--output=json", f"--output-path={report}"]
        subprocess.run(command, check=True, env=os.environ | {"CHROME_PATH": chrome})
        categories = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return {name: category["score"] for name, category in categories.items()}


def main(site: Path) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Packing, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for page in PAGES:
            scores = ask(f"http://127.0.0.1:{server.server_port}/{page}.html")
            sys.stdout.write(f"{page}: " + ", ".join(f"{name} {score:.2f}" for name, score in scores.items()) + "\n")
        server.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
