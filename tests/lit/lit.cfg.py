"""Runs these tests under LLVM's lit and FileCheck: `TFL_OPT=target/release/tfl-opt lit tests/lit`.

`cargo test -p tfl-opt --test lit` runs the same files with a FileCheck library; both must agree.
"""
import os
import shutil

import lit.formats

config.name = "tfl-opt"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mlir", ".test"]
config.excludes = ["Inputs"]
config.test_source_root = os.path.dirname(__file__)

root = os.path.abspath(os.path.join(config.test_source_root, "..", ".."))
config.test_exec_root = os.path.join(root, "target", "lit")

found = [os.environ.get("TFL_OPT"), os.path.join(root, "target", "release", "tfl-opt"),
         os.path.join(root, "target", "debug", "tfl-opt")]
tool = next((path for path in found if path and os.path.exists(path)), None)
if tool is None:
    lit_config.fatal("tfl-opt is not built; build it, or name it in TFL_OPT")
config.substitutions.append((r"\btfl-opt\b(?= )", os.path.abspath(tool)))

for name in ("FileCheck", "not"):
    path = os.environ.get(name.upper()) or shutil.which(name)
    for version in range(25, 13, -1):
        path = path or shutil.which(f"{name}-{version}") or shutil.which(name, path=f"/usr/lib/llvm-{version}/bin")
    if path is None:
        lit_config.fatal(f"{name} of LLVM is not installed; name it in {name.upper()}")
    config.substitutions.append((rf"(?<![\w/-]){name}(?= )", path))
