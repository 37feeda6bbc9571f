"""Rules about what stands in files and what they are called."""

import re

from house.rules import matching, rule

SQL = re.compile(
    r"\b(SELECT\s.+\bFROM\s|INSERT\s+INTO\s|DELETE\s+FROM\s|UPDATE\s+\w+\s+SET\s|CREATE\s+(TABLE|INDEX|UNIQUE)\b|ALTER\s+TABLE\b|DROP\s+TABLE\b"
    r"|ON\s+CONFLICT\b|ORDER\s+BY\s|PRAGMA\s)",
    re.DOTALL,
)
SPANISH = re.compile(r"[¿¡]|(?=\w{3,})\w*[áéíóúüñÁÉÍÓÚÜÑ]\w*")
VAGUE = r"(Utils?|Utilities|Helpers?|Common|Managers?)"


def products(tree):
    """The Swift of the product, without the tests."""
    return [file for file in tree.sources if file.wing != "Tests"]


@rule("SQL stands only in *Store.swift and *Schema.swift (and in Kit/Storage* and the tests).")
def sql_in_stores(tree):
    for file in products(tree):
        if file.room.startswith("Storage") or file.name.endswith(("Store.swift", "Schema.swift")):
            continue
        for line, text in file.swift.literals:
            if found := SQL.search(text):
                yield file.path, line, " ".join(found[0].split())[:40]


@rule("Nothing is called Utils, Helpers, Common or Manager: a name says what it is for.")
def names_say_something(tree):
    for file in tree.files:
        if re.search(rf"(^|[a-z]){VAGUE}\b", file.path.stem) or any(re.fullmatch(VAGUE, part) for part in file.parts):
            yield file.path, 1, file.name
    yield from matching(tree.sources, rf"\b(struct|class|enum|actor|protocol)\s+\w*{VAGUE}\b")


@rule("No singletons: what is needed is handed over.")
def no_singletons(tree):
    yield from matching(products(tree), r"\bstatic\s+(let|var)\s+(shared|instance|default|current)\b\s*(:[^{]*)?=\s*[\w.]+\(")


@rule("No global state: what changes lives in an actor, a Mutex or the database.")
def no_global_state(tree):
    yield from matching(products(tree), r"\bnonisolated\(unsafe\)\s+(static\s+)?(let|var)\b")


@rule("No file is longer than 250 lines.")
def short_files(tree):
    for file in tree.files:
        code = file.path.suffix in (".swift", ".py", ".sh", ".js", ".mjs", ".css") or file.parts[0] in ("bin", ".ci")
        if code and file.lines > 250:
            yield file.path, 251, f"{file.lines} lines"


@rule("What is here is finished: no TODO, no placeholder, nothing 'coming soon'.")
def nothing_unfinished(tree):
    for file in tree.sources:
        if "placeholder" in file.path.stem.lower():
            yield file.path, 1, file.name
        for line, text in file.swift.comments:
            if found := re.search(r"\b(TODO|FIXME|XXX|HACK)\b|not implemented", text):
                yield file.path, line, found[0]
        for line, text in file.swift.literals:
            if found := re.search(r"coming soon|not implemented|lorem ipsum", text, re.IGNORECASE):
                yield file.path, line, found[0]


@rule("A failure is a Refusal or a fault, never a crash: no fatalError, no try!.")
def no_crashes(tree):
    yield from matching(tree.sources, r"\bfatalError\b|\btry!")


@rule("Spanish stands in Texts/, Services/ and Catalogue/, not in Swift.")
def spanish_in_texts(tree):
    for file in products(tree):
        if file.wing == "Simulators":
            continue
        for line, text in file.swift.literals:
            if found := SPANISH.search(text):
                yield file.path, line, found[0]


@rule("No path of one's own machine and no package index: the tree stands anywhere.")
def no_machine_of_ones_own(tree):
    machine = re.compile(r"(?<![\w.~/-])/(?:root|home|work|opt|Users)/\w+|--(?:extra-)?index-url|--find-[l]inks")
    for file in tree.files:
        for number, line in enumerate(file.text.split("\n"), 1):
            if found := machine.search(line):
                yield file.path, number, found[0]


@rule("The root holds what belongs there, nothing that a tool left behind.")
def nothing_left_behind(tree):
    belongs = {"Package.swift", "Package.resolved", "LICENSE", "README.md", "README.es.md", "STYLE.md"}
    for path in sorted(tree.root.iterdir()):
        if path.is_file() and not path.name.startswith(".") and path.name not in belongs:
            yield path.relative_to(tree.root), 1, path.name


@rule("Tasks have a parent: no Task.detached.")
def no_detached_tasks(tree):
    yield from matching(tree.sources, r"\bTask\.detached\b")


@rule("Only a command speaks to the terminal: print( stands in Server/Commands, everything else logs.")
def print_in_commands(tree):
    others = [file for file in products(tree) if "Commands" not in file.parts]
    yield from matching(others, r"(?<![\w.])(print|debugPrint|dump|NSLog)\(")


@rule("The time is a parameter: capabilities and channels don't ask the machine for it.")
def time_is_handed_over(tree):
    wings = [file for file in products(tree) if file.wing in ("Capabilities", "Channels")]
    yield from matching(wings, r"\bDate\(\)|\bDate\.now\b|\b(Continuous|Suspending)Clock\(?\)?\.now\b|\bclock_gettime\b|\bgettimeofday\b|\btime\(nil\)")


@rule("Each type that Kit and Ground make public says what it is (///).")
def public_is_documented(tree):
    declaration = r"^(@\w+(\(.*\))?\s+)*public\s+(final\s+|indirect\s+)*(struct|class|enum|actor|protocol|func|typealias|macro)\s+\w+"
    for file in products(tree):
        if file.wing not in ("Kit", "Ground"):
            continue
        text = file.text.split("\n")
        for line, found in file.swift.matches(declaration):
            above = line - 2
            while above >= 0 and re.match(r"@\w+(\(.*\))?\s*$", text[above]):
                above -= 1
            if above < 0 or not text[above].startswith(("///", " */", "*/")):
                yield file.path, line, found


@rule("Dependencies are pinned exact:, and each product is imported by somebody.")
def dependencies_are_used(tree):
    for file in tree.files:
        if file.path.as_posix() != "Package.swift":
            continue
        used = {module for source in tree.sources for _, module in source.swift.imports()}
        for number, line in enumerate(file.text.split("\n"), 1):
            if ".package(" in line and "exact:" not in line:
                yield file.path, number, line.strip()
            for product in re.findall(r'\.product\(name: "(\w+)"', line):
                if product not in used:
                    yield file.path, number, f"nobody imports {product}"
