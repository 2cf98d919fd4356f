"""Builds the plugins of this folder, each as README.md tells.

    python3 -m venv venv && venv/bin/pip install ziglang==0.17.1 componentize-py==0.25.1
    venv/bin/python plugins/examples/languages/build.py --tfl-opt target/debug/tfl-opt

The tool for JavaScript is installed by npm into target/examples.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
TARGET = ROOT / "target" / "examples"
WORLD = ["--world", "converter-plugin"]
QJS = "componentize-qjs@0.4.5"


class Unavailable(Exception):
    """Why the tools for a language are not here."""


class Broken(Exception):
    """A command that failed, and what it said."""


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode:
        raise Broken(f"{' '.join(str(word) for word in command)}\n{done.stdout}{done.stderr}")


def c(module):
    flags = ["-target", "wasm32-freestanding", "-nostdlib", "-Wl,--no-entry", "-Wl,--strip-debug"]
    warnings = ["-Wall", "-Wextra", "-Werror"]
    source = HERE / "c" / "gated_rms_norm.c"
    run(sys.executable, "-m", "ziglang", "cc", "-Os", *flags, *warnings, source, "-o", module)


def javascript(component):
    npm = shutil.which("npm")
    if not npm:
        raise Unavailable("npm is not on the PATH; Debian has it in the package npm")
    folder = TARGET / "npm"
    tool = folder / "node_modules" / ".bin" / "componentize-qjs"
    stamp = folder / "complete"
    if not stamp.exists() or stamp.read_text() != QJS:
        folder.mkdir(parents=True, exist_ok=True)
        run(npm, "install", "--silent", "--no-audit", "--no-fund", "--no-save", "--prefix", folder, QJS)
        stamp.write_text(QJS)
    source = HERE / "javascript" / "gated_rms_norm.js"
    flags = ["--stub-wasi", "--sync", "--opt-size"]
    run(tool, "--wit", ROOT / "plugins/wit", *WORLD, "--js", source, *flags, "-o", component)


def python(component):
    tool = pathlib.Path(sys.executable).parent / "componentize-py"
    source = ["--python-path", HERE / "python", "gated_rms_norm"]
    wit = ["--wit-path", ROOT / "plugins/wit", *WORLD]
    run(tool, "--quiet", *wit, "componentize", "--stub-wasi", *source, "-o", component)


LANGUAGES = {"c": c, "javascript": javascript, "python": python}


def build(language, tfl_opt):
    """The plugin in this language: made from its source, and packed with the manifest."""
    TARGET.mkdir(parents=True, exist_ok=True)
    made = TARGET / f"{language}.component.wasm"
    LANGUAGES[language](made)
    plugin = TARGET / f"{language}.wasm"
    run(tfl_opt, "plugin", "pack", made, "--manifest", HERE / "manifest.json", "-o", plugin)
    return plugin


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tfl-opt", required=True)
    parser.add_argument("languages", nargs="*", choices=[[], *LANGUAGES], help="all of them, unless some are named")
    args = parser.parse_args()
    for language in args.languages or LANGUAGES:
        try:
            print(build(language, args.tfl_opt))
        except (Unavailable, Broken) as fault:
            sys.exit(f"{language}: {fault}")


if __name__ == "__main__":
    main()
