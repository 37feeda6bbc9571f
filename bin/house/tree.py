"""The rooms of the house (targets), by wing, with their files and the imports that they really have."""

from functools import cached_property
from pathlib import Path

from house import swift

WINGS = ("Kit", "Ground", "Capabilities", "Channels", "Simulators", "Server", "Tests")
LEFT_OUT = {".git", ".venv", "__pycache__", "pictures", "node_modules", "var"}


class File:
    """A file of the tree: its path from the root, its room and wing where it has one."""

    def __init__(self, root, path):
        self.path, self.parts = path, path.parts
        self.text = (root / path).read_text(encoding="utf-8", errors="replace")

    @cached_property
    def swift(self):
        return swift.parse(self.text)

    @property
    def name(self):
        return self.path.name

    @property
    def wing(self):
        if self.parts[0] == "Sources" and len(self.parts) > 2:
            return self.parts[1]
        return "Tests" if self.parts[0] == "Tests" and len(self.parts) > 2 else None

    @property
    def room(self):
        """The target that holds the file; the roof is one room, as each folder of Tests is."""
        if self.wing is None:
            return None
        if self.wing in ("Server", "Tests"):
            return self.parts[1]
        return self.parts[2]

    @property
    def lines(self):
        return self.text.count("\n")


class Tree:
    def __init__(self, root):
        self.root = Path(root)

    @cached_property
    def files(self):
        """Every text file that is ours, in order of path."""
        found = []
        for path in sorted(self.root.rglob("*")):
            inside = path.relative_to(self.root)
            ours = not any(part in LEFT_OUT or part.startswith(".build") for part in inside.parts)
            if ours and path.is_file() and path.suffix in SUFFIXES and inside.name != "Package.resolved":
                found.append(File(self.root, inside))
        return found

    @cached_property
    def sources(self):
        """The Swift of the rooms, tests included."""
        return [file for file in self.files if file.path.suffix == ".swift" and file.wing in WINGS]

    @cached_property
    def rooms(self):
        """The wing of each room, in the order of the wings. C libraries are rooms without Swift."""
        found = {}
        for wing in WINGS[:-1]:
            folder = self.root / "Sources" / wing
            names = [wing] if wing == "Server" else sorted(p.name for p in folder.iterdir() if p.is_dir()) if folder.is_dir() else []
            found.update({name: wing for name in names if (self.root / "Sources").is_dir()})
        tests = self.root / "Tests"
        found.update({p.name: "Tests" for p in sorted(tests.iterdir()) if p.is_dir()} if tests.is_dir() else {})
        return found

    @cached_property
    def arrows(self):
        """{(from room, to room)} as imported."""
        return {
            (file.room, module)
            for file in self.sources
            for _, module in file.swift.imports()
            if module in self.rooms and module != file.room
        }


SUFFIXES = {"", ".swift", ".py", ".sh", ".md", ".json", ".yaml", ".yml", ".css", ".js", ".mjs", ".txt", ".h", ".toml"}
