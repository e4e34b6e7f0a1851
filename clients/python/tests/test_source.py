"""What is true of the source: it is made of the documents, fits Python 3.9, and needs nothing but it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import typing
import unittest
import zipfile
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Iterator, Set

HERE = Path(__file__).resolve().parent.parent
PACKAGE = HERE / "src" / "parley"
DIALECTS = ("platform", "assistant", "support", "manager", "criabot")
STANDARD = (
    "__future__ base64 binascii codecs email hashlib hmac http io json os pathlib platform random re select socket ssl"
    " threading time types typing urllib uuid weakref"
)


def sources() -> Iterator[Path]:
    for folder in (HERE / "src", HERE / "generator", HERE / "tests"):
        yield from folder.rglob("*.py")
    yield HERE / "generate.py"


class TheSource(unittest.TestCase):
    def test_is_that_of_the_documents(self) -> None:
        done = subprocess.run([sys.executable, str(HERE / "generate.py"), "--check"], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_is_python_3_9(self) -> None:
        for path in sources():
            ast.parse(path.read_text("utf-8"), str(path), feature_version=(3, 9))

    def test_needs_nothing_but_the_standard_library(self) -> None:
        used: Set[str] = set()
        for path in PACKAGE.rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Import):
                    used.update(one.name.split(".")[0] for one in node.names)
                elif isinstance(node, ast.ImportFrom) and node.level == 0:
                    used.add((node.module or "").split(".")[0])
        self.assertEqual(used - set(STANDARD.split()), set())

    def test_runs_from_an_archive(self) -> None:
        with TemporaryDirectory() as folder:
            archive = Path(folder) / "parley.zip"
            with zipfile.ZipFile(archive, "w") as made:
                for path in PACKAGE.rglob("*.py"):
                    made.write(path, str(path.relative_to(PACKAGE.parent)))
            code = f"import sys; sys.path.insert(0, {str(archive)!r}); import parley; print(parley.__file__)"
            done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True)
            self.assertEqual((done.stdout.strip(), done.stderr), (str(archive / "parley" / "__init__.py"), ""))

    def test_says_one_version(self) -> None:
        import parley
        from parley.transport import transport

        said = (HERE / "pyproject.toml").read_text("utf-8")
        self.assertIn(f'version = "{parley.__version__}"', said)
        self.assertIn(f"/{parley.__version__} ", transport._AGENT)

    def test_has_types_that_can_be_looked_up(self) -> None:
        for dialect in DIALECTS:
            module = import_module(f"parley.types.{dialect}")
            for name, value in vars(module).items():
                if isinstance(value, type) and value.__module__ == module.__name__:
                    self.assertTrue(typing.get_type_hints(value), name)

    def test_names_types_that_there_are(self) -> None:
        for path in [*(PACKAGE / "dialects").glob("*.py"), *(PACKAGE / "facades").glob("*.py")]:
            text = path.read_text("utf-8")
            dialect = re.search(r"from \.\.types import (\w+) as types", text)
            if dialect:
                module = import_module(f"parley.types.{dialect.group(1)}")
                missing = {one for one in re.findall(r"\btypes\.(\w+)", text) if not hasattr(module, one)}
                self.assertEqual((path.name, missing), (path.name, set()))

    def test_knows_which_fields_are_required(self) -> None:
        from parley.types.platform import CreateChatbot, FigureRange, SendMessage

        self.assertEqual(CreateChatbot.__required_keys__, {"name"})
        self.assertIn("stream", SendMessage.__optional_keys__)
        self.assertIn("from", FigureRange.__annotations__)


class TheGenerator(unittest.TestCase):
    def test_writes_names_as_python_has_them(self) -> None:
        sys.path.insert(0, str(HERE))
        try:
            from generator.document import argument_name, snake_case
        finally:
            sys.path.remove(str(HERE))
        names = {"createAPIKey": "create_api_key", "logIn": "log_in", "compareTwoModels": "compare_two_models"}
        self.assertEqual({name: snake_case(name) for name in names}, names)
        self.assertEqual([argument_name("from"), argument_name("page")], ["from_", "page"])
