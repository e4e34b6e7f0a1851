"""Writes what the client has of the OpenAPI documents: types (`src/parley/types`) and methods (`src/parley/methods`).

    python3 clients/python/generate.py           writes them
    python3 clients/python/generate.py --check   fails when those that are there are others

Needs nothing but the standard library.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import List

from generator.document import DIALECTS, Document
from generator.methods import methods_module
from generator.types_of_schemas import types_module

HERE = Path(__file__).resolve().parent
DOCUMENTS = HERE.parent.parent / "docs" / "openapi"
PACKAGE = HERE / "src" / "parley"


def main(arguments: List[str]) -> int:
    is_check = "--check" in arguments
    stale: List[str] = []
    for dialect in DIALECTS:
        document = Document(dialect, json.loads((DOCUMENTS / f"{dialect}.json").read_text("utf-8")))
        made = {
            PACKAGE / "types" / f"{dialect}.py": types_module(document),
            PACKAGE / "methods" / f"{dialect}.py": methods_module(document),
        }
        for path, text in made.items():
            if path.exists() and path.read_text("utf-8") == text:
                continue
            stale.append(str(path.relative_to(HERE)))
            if not is_check:
                path.write_text(text, "utf-8")
    if is_check and stale:
        names = ", ".join(stale)
        print(f"Not those of docs/openapi: {names}. Run python3 clients/python/generate.py.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
