"""Rules about who may stand on whom."""

from house.rules import rule

ENGINES = {"StorageSQLite", "StoragePostgres", "CPostgres"}
BELOW = {  # what a room of Kit may name of its neighbours
    "StorageSQLite": {"Storage"},
    "StoragePostgres": {"Storage", "CPostgres"},
    "Flows": {"Definitions", "Expressions", "Typography"},
    "Expressions": {"CRe2"},
    "Papers": {"CPapers", "Typography"},
    "Searches": {"CStemmer"},
}
BESIDE = {"Civic": {"Web", "Ports"}, "Ports": {"Web"}, "Web": {"Ports"}}  # Ground has two floors: Civic carries the others


def allowed(tree, room, module):
    """Whether a room may import another one of the house."""
    wing, other = tree.rooms[room], tree.rooms[module]
    if wing == "Kit":
        return module in BELOW.get(room, set())
    if wing == "Ground":
        return other in ("Kit", "Ground") and module not in ENGINES and module not in BESIDE.get(room, set())
    if wing in ("Capabilities", "Channels", "Simulators"):
        return other in ("Kit", "Ground") and module not in ENGINES
    if wing == "Server":
        return other != "Tests" and module != "CPostgres"
    if room == "TestKit":
        return other in ("Kit", "Ground")
    if room == "JourneyTests" or other not in ("Capabilities", "Channels"):
        return True
    return module == room.removesuffix("Tests")


@rule("Arrows only go down: a capability never imports a capability or a channel, a channel never a capability, and engines are the roof's.")
def arrows_go_down(tree):
    for file in tree.sources:
        for line, module in file.swift.imports():
            if module in tree.rooms and module != file.room and not allowed(tree, file.room, module):
                yield file.path, line, f"{file.room} imports {module}"


@rule("GRDB is imported in StorageSQLite only.")
def grdb_in_its_driver(tree):
    yield from imports(tree, {"GRDB"}, lambda file: file.room == "StorageSQLite")


@rule("libpq is imported in StoragePostgres and the tests only.")
def libpq_in_its_driver(tree):
    yield from imports(tree, {"CPostgres"}, lambda file: file.room == "StoragePostgres" or file.wing == "Tests")


@rule("Hummingbird is imported in Web, *Pages.swift, Channels, Simulators, Server and the tests only.")
def hummingbird_at_the_doors(tree):
    def at_a_door(file):
        return file.room == "Web" or file.wing in ("Channels", "Simulators", "Server", "Tests") or file.name.endswith("Pages.swift")

    yield from imports(tree, {"Hummingbird", "HummingbirdCore", "HummingbirdTLS", "HummingbirdTesting"}, at_a_door)


@rule("Pages of a capability are text from Markup, not sockets: NIO is imported in Kit, Web, Server and the tests only.")
def nio_below_the_pages(tree):
    modules = {"NIOCore", "NIOPosix", "NIOHTTP1", "NIOConcurrencyHelpers"}
    yield from imports(tree, modules, lambda file: file.room == "Web" or file.wing in ("Kit", "Server", "Tests"))


def imports(tree, modules, may):
    for file in tree.sources:
        for line, module in file.swift.imports():
            if module in modules and not may(file):
                yield file.path, line, f"imports {module}"
