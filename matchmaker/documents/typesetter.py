"""The process that typesets: one request as JSON on standard input, the PDF on standard output.

Run by path, alone (``python -I``): it imports nothing of the application, and loads the file that draws QR
codes by its path.
"""

from __future__ import annotations

import json
import resource
import runpy
import sys
from pathlib import Path

import typst


def main() -> None:
    request = json.load(sys.stdin.buffer)
    resource.setrlimit(resource.RLIMIT_CPU, (2 * request["seconds"], 2 * request["seconds"]))
    resource.setrlimit(resource.RLIMIT_AS, (request["memory"], request["memory"]))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    root = request["root"]
    data = runpy.run_path(str(Path(__file__).with_name("codes.py")))["drawn"](request["data"])
    pdf = typst.compile(
        f"{root}/{request['template']}",
        root=root,
        font_paths=[request["fonts"]],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        package_path=f"{root}/none",
        package_cache_path=f"{root}/none",
        timestamp=0,
        pdf_tags=False,
    )
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()
