"""A small sound house, and for each rule something planted in it that breaks the rule."""

import tempfile
from pathlib import Path

from house.tree import Tree

SOUND = {
    "Package.swift": 'let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")\n'
    '.package(url: "somewhere/swift-nio", exact: "2.0.0"),\n',
    "Sources/Kit/Storage/Database.swift": "/// A door to the data.\npublic struct Database {}\n",
    "Sources/Kit/StorageSQLite/Driver.swift": "import GRDB\nimport Storage\n",
    "Sources/Kit/StoragePostgres/Driver.swift": "import CPostgres\nimport Storage\n",
    "Sources/Kit/CPostgres/shim.h": "#include <libpq-fe.h>\n",
    "Sources/Ground/Civic/Person.swift": "import Storage\n",
    "Sources/Ground/Web/Server.swift": 'import Civic\nimport Hummingbird\nimport NIOCore\nlet url = "https://localhost" // a comment, not code\n',
    "Sources/Capabilities/Queues/Schema.swift": 'Table(\n    "ticket",\n    [\n        .id(),\n        .subject("person", "person"),\n'
    '        .secret("name"),\n        .text("code").unique.open,\n    ])\n',
    "Sources/Capabilities/Queues/TicketStore.swift": 'import Storage\nlet all: SQL = "SELECT code FROM ticket ORDER BY id"\n',
    "Sources/Capabilities/Queues/TicketPages.swift": 'import Hummingbird\nlet key = "ticket.call"\n',
    "Sources/Capabilities/Payments/Payment.swift": "import Civic\n",
    "Sources/Channels/Portal/Home.swift": "import Hummingbird\nimport Web\n",
    "Sources/Channels/Kiosk/Screen.swift": "import Web\n",
    "Sources/Server/Commands/Serve.swift": 'import Portal\nimport Queues\nprint("open")\n',
    "Tests/QueuesTests/TicketTests.swift": "import Queues\nimport TestKit\n",
    "Tests/TestKit/World.swift": "import Civic\nimport StorageSQLite\n",
}

QUEUES, WEB, KIT = "Sources/Capabilities/Queues/", "Sources/Ground/Web/", "Sources/Kit/Storage/"

PLANTED = {
    "arrows_go_down": [
        (QUEUES + "Ticket.swift", "import Payments\n"),
        (QUEUES + "Ticket.swift", "@testable import Portal\n"),
        (QUEUES + "Ticket.swift", "import struct StorageSQLite.Driver\n"),
        ("Sources/Channels/Portal/Menu.swift", "import Queues\n"),
        ("Sources/Channels/Portal/Menu.swift", "import Kiosk\n"),
        (WEB + "Page.swift", "public import Queues\n"),
        ("Sources/Ground/Civic/Page.swift", "import Web\n"),
        (KIT + "Page.swift", "import Civic\n"),
        ("Tests/QueuesTests/PayTests.swift", "import Payments\n"),
        ("Tests/TestKit/World.swift", "import Queues\n"),
    ],
    "grdb_in_its_driver": [(KIT + "Row.swift", "import GRDB\n")],
    "libpq_in_its_driver": [("Sources/Server/House/Pool.swift", "import CPostgres\n")],
    "hummingbird_at_the_doors": [(QUEUES + "Ticket.swift", "import Hummingbird\n")],
    "nio_below_the_pages": [(QUEUES + "TicketPages.swift", "import NIOCore\n")],
    "sql_in_stores": [
        (QUEUES + "TicketDesk.swift", 'let all = "SELECT id FROM ticket"\n'),
        (WEB + "Page.swift", 'let all = """\n    UPDATE ticket\n    SET code = \\(code)\n    """\n'),
    ],
    "names_say_something": [
        (WEB + "StringUtils.swift", "\n"),
        (WEB + "Common/Page.swift", "\n"),
        (WEB + "Page.swift", "final class SessionManager {}\n"),
    ],
    "no_singletons": [(WEB + "Page.swift", "    static let shared = Page()\n")],
    "no_global_state": [(WEB + "Page.swift", "nonisolated(unsafe) var visits = 0\n")],
    "short_files": [(WEB + "Page.swift", "//\n" * 251), ("bin/long", "#\n" * 251)],
    "nothing_unfinished": [
        (WEB + "Page.swift", "// TO" + "DO: the rest\n"),
        (WEB + "PagePlaceholder.swift", "\n"),
        (WEB + "Page.swift", 'let text = "Coming soon"\n'),
    ],
    "no_crashes": [(WEB + "Page.swift", 'fatalError("never")\n'), ("Tests/TestKit/Page.swift", "try! page()\n")],
    "spanish_in_texts": [(WEB + "Page.swift", 'let title = "Atención"\n'), (WEB + "Page.swift", 'let title = "\\(name), ¿vamos?"\n')],
    "no_machine_of_ones_own": [("Docs/operations.md", "cd /" + "root/ventanilla\n"), ("bin/setup", "pip install --index" + "-url x\n")],
    "nothing_left_behind": [("library-1.0.whl", "\n"), ("notes.md", "\n")],
    "no_detached_tasks": [(WEB + "Page.swift", "Task.detached { }\n")],
    "print_in_commands": [(WEB + "Page.swift", "print(page)\n")],
    "time_is_handed_over": [(QUEUES + "Ticket.swift", "let called = Date()\n")],
    "public_is_documented": [
        (WEB + "Page.swift", "public struct Page {}\n"),
        (WEB + "Page.swift", "/// A page.\n\n@MainActor\npublic final class Page {}\n"),
    ],
    "dependencies_are_used": [
        ("Package.swift", '.package(url: "somewhere/swift-log", from: "1.0.0"),\n'),
        ("Package.swift", 'let log = Target.Dependency.product(name: "Logging", package: "swift-log")\n'),
    ],
    "every_requirement_is_answered": [("Docs/security.md", "| V6.1.1 | here | `SessionTests.cookie` |\n")],
    "claimed_tests_exist": [("Docs/security.md", "| V6.1.1 | here | `TicketTests.nothing` |\n")],
    "beside_a_subject": [
        (QUEUES + "Schema.swift", 'Table("visit", [.id(), .subject("person", "person"), .text("reason")])\n'),
        (QUEUES + "Schema.swift", 'Table("visit", [.id(), .subject("person", "person")]), .add(.int("age").optional, to: "visit")\n'),
    ],
    "persons_are_declared": [
        (QUEUES + "Schema.swift", 'Table("visit", [.id(), .int("person").references("person")])\n'),
        (QUEUES + "Schema.swift", 'Table("visit", [.id(), .text("run").unique])\n'),
    ],
    "tables_have_one_owner": [("Sources/Capabilities/Payments/PaymentStore.swift", 'let all: SQL = "SELECT * FROM payment JOIN ticket ON 1 = 1"\n')],
}


def trials(rules):
    """(name, complaint or None) of the sound house and of each rule."""
    broken = [name for name, function in rules.items() if findings(function, SOUND)]
    yield "the sound house", f"is refused by {broken}" if broken else None
    for name, function in rules.items():
        missed = [path for path, text in PLANTED.get(name, []) if not findings(function, SOUND | {path: text}, path)]
        if name not in PLANTED:
            yield name, "nothing is planted that breaks it"
        else:
            yield name, f"did not see what was planted in {missed}" if missed else None


def findings(function, files, only=None):
    """What a rule finds in a tree of these files (in one of them)."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return [found for found in function(Tree(folder)) if only in (None, found[0].as_posix())]
