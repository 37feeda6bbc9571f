import Civic
import Hummingbird
import Ports
import Storage
import Web

/// Mi Ventanilla: each capability hands over its panel, and what it keeps about a person.
extension House {
    /// The panels of Mi Ventanilla.
    var panels: [MyPanel] { [] }

    /// Everything that is kept about persons, by whoever keeps it.
    var heldData: [HeldData] { [] }

    /// What each room does when a person dies.
    var endings: [Ending] { [] }

    /// The ways from the first screen of the staff.
    var deskPanels: [DeskPanel] { [] }

    /// Where persons are told things.
    var noticeBoard: NoticeBoard { NoticeBoard { _, _, _ in } }

    func mountMine(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) throws {}
}
