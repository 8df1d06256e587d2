#!/usr/bin/env python3
"""What a binary of cogov is made of: Swift packages, libraries of the system, and the tools that build and test it.

Usage: .ci/parts.py BINARY linked         the Swift packages that are linked into it, by name
       .ci/parts.py BINARY owner LIBRARY  the Debian package that a library came with, if there is one
"""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# What the C library itself is made of.
GLIBC = re.compile(r"(ld-linux.*|lib(c|m|dl|rt|pthread|resolv|util|anl|mvec))\.so.*|linux-vdso\.so.*")


@dataclass
class SwiftPackage:
    name: str
    version: str
    url: str
    linked: bool
    needs: list[str] = field(default_factory=list)

    @property
    def purl(self) -> str:
        return f"pkg:swift/{re.sub(r'^https://|[.]git$', '', self.url)}@{self.version}"


@dataclass
class Library:
    """A shared library, by the name under which programs ask for it."""

    soname: str
    path: str
    direct: bool

    @property
    def name(self) -> str:
        """Without versions, which differ between systems: `libcrypto` of `libcrypto.so.3`."""
        return re.sub(r"-[0-9.]+$", "", self.soname.split(".so")[0])


def output(*words: str, cwd: Path | None = None) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True, cwd=cwd, env={**os.environ, "LC_ALL": "C"}).stdout


def scratch(binary: Path) -> Path:
    """SwiftPM's folder, in which the binary was built: above its own, as in `.build/x86_64-unknown-linux-gnu/release/cogov`."""
    return binary.resolve().parents[2]


def modules(binary: Path) -> set[str]:
    """Modules whose objects were linked into the binary."""
    lists = binary.resolve().parent / "cogov.product" / "Objects.LinkFileList"
    if not lists.exists():
        sys.exit(f"parts: {lists} is not there; name a binary where SwiftPM built it")
    return set(re.findall(r"/([^/]+)\.build/[^\n]*\.o", lists.read_text()))


def linked(binary: Path) -> set[str]:
    """The identities of packages of which some module is linked, by where their sources are."""
    found = set()
    for module in modules(binary):
        folder = binary.resolve().parent / f"{module}.build"
        told = [folder / "sources"] if (folder / "sources").exists() else list(folder.rglob("*.d"))[:1]
        for file in told:
            if source := re.search(r"/checkouts/([^/]+)/", file.read_text()):
                found.add(source[1].lower())
    return found


def tree(folder: Path) -> dict:
    """Which package needs which, as SwiftPM tells; kept in its folder, since it takes its time, until something is resolved anew."""
    kept = folder / "dependencies.json"
    made = [folder / "workspace-state.json", ROOT / "Package.swift"]
    if not kept.exists() or kept.stat().st_mtime < max(file.stat().st_mtime for file in made):
        text = output("swift", "package", "--ignore-lock", "--scratch-path", str(folder), "show-dependencies", "--format", "json", cwd=ROOT)
        kept.write_text(text[text.index("{"):])
    return json.loads(kept.read_text())


def swift_packages(binary: Path) -> list[SwiftPackage]:
    """The packages that were resolved, and what each needs."""
    graph: dict[str, list[str]] = {}

    def enter(package: dict):
        graph[package["identity"]] = sorted({one["identity"] for one in package["dependencies"]} | set(graph.get(package["identity"], [])))
        for one in package["dependencies"]:
            enter(one)

    for one in tree(scratch(binary))["dependencies"]:
        enter(one)
    there = linked(binary)
    pins = json.loads((ROOT / "Package.resolved").read_text())["pins"]
    return [
        SwiftPackage(
            pin["identity"], pin["state"]["version"], pin["location"], pin["identity"] in there, graph.get(pin["identity"], []))
        for pin in sorted(pins, key=lambda pin: pin["identity"]) if pin["identity"] in graph
    ]


def direct_packages() -> set[str]:
    """What Package.swift itself asks for."""
    return {url.split("/")[-1].lower() for url in re.findall(r'\.package\(url: "([^"]+)"', (ROOT / "Package.swift").read_text())}


def libraries(binary: Path) -> list[Library]:
    """Shared libraries that the binary needs, itself or through others, glibc's left out."""
    needed = set(re.findall(r"\(NEEDED\).*\[(.+)\]", output("readelf", "-d", str(binary))))
    found = []
    for line in output("ldd", str(binary)).splitlines():
        soname, _, path = line.strip().partition(" => ")
        soname = soname.split()[0]
        if not GLIBC.fullmatch(os.path.basename(soname)):
            found.append(Library(soname, path.split(" (")[0], soname in needed))
    return sorted(found, key=lambda library: library.soname)


def owner(path: str) -> tuple[str, str]:
    """The Debian package that a file came with, and its version; nothing where dpkg knows of none."""
    whole = os.path.realpath(path)
    for name in (path, whole, whole.removeprefix("/usr"), "/usr" + path):
        try:
            package = output("dpkg-query", "-S", name).split(":")[0]
        except (subprocess.CalledProcessError, FileNotFoundError):
            continue
        return package, output("dpkg-query", "-W", "-f", "${Version}\n", package).splitlines()[0]
    return "", ""


def tools() -> set[str]:
    """Debian and Python packages that scripts of this project install."""
    setup = (ROOT / ".ci/setup").read_text()
    names = set(" ".join(re.findall(r"needed\+?=\(([^)]*)\)", setup)).split())
    wanted = " ".join(re.findall(r"^wanted=\(([^)]*)\)", "\n".join((ROOT / file).read_text() for file in (".ci/peers", ".ci/sbom-check")), re.M))
    scripts = "\n".join((ROOT / file).read_text() for file in ("Tests/Browser/run", "Benchmarks/peers/run"))
    wanted += " " + " ".join(re.findall(r"pip\"? install --quiet --disable-pip-version-check ([a-z0-9=. -]+)>&2", scripts))
    return names | {word.split("==")[0] for word in wanted.split()}


def rows(heading: str) -> dict[str, list[str]]:
    """A table of Documentation/Dependencies.md: its rows by what stands in backticks in the first column."""
    text = (ROOT / "Documentation/Dependencies.md").read_text()
    section = re.split(r"^## ", text, flags=re.M)
    body = next(part for part in section if part.startswith(heading + "\n"))
    table = {}
    for line in body.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("| `"):
            for name in re.findall(r"`([^`]+)`", cells[0]):
                table[name] = cells[1:]
    return table


def main():
    if len(sys.argv) == 3 and sys.argv[2] == "linked":
        names = {path.name.lower(): path.name for path in (scratch(Path(sys.argv[1])) / "checkouts").iterdir()}
        print("\n".join(sorted(names[one] for one in linked(Path(sys.argv[1])))))
    elif len(sys.argv) == 4 and sys.argv[2] == "owner":
        print(owner(sys.argv[3])[0])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
