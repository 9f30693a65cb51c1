"""The process that typesets: one request as JSON on standard input, the PDF on standard output.

Run by path, alone (``python -I``): it imports nothing of the application, and loads the file that draws QR
codes by its path. Where the data name a form (what all sheets show alike), it is set first, once, and given
to the template as the bytes of its PDF.
"""

from __future__ import annotations

import json
import resource
import runpy
import sys
from pathlib import Path
from typing import Any

import typst


def main() -> None:
    request = json.load(sys.stdin.buffer)
    resource.setrlimit(resource.RLIMIT_CPU, (2 * request["seconds"], 2 * request["seconds"]))
    resource.setrlimit(resource.RLIMIT_AS, (request["memory"], request["memory"]))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    root, data = request["root"], request["data"]
    if data.get("form"):
        data["form"] = list(_set("form.typ", {**data, "parts": []}, root, request["fonts"]))
    data = runpy.run_path(str(Path(__file__).with_name("codes.py")))["drawn"](data)
    sys.stdout.buffer.write(_set(request["template"], data, root, request["fonts"]))


def _set(template: str, data: dict[str, Any], root: str, fonts: str) -> bytes:
    return typst.compile(
        f"{root}/{template}",
        root=root,
        font_paths=[fonts],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        package_path=f"{root}/none",
        package_cache_path=f"{root}/none",
        timestamp=0,
        pdf_tags=False,
    )


if __name__ == "__main__":
    main()
