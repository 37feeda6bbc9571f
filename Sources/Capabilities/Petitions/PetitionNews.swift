import Civic
import Ports

extension PetitionDesk {
    /// What waits to be taken, for whoever oversees.
    public var wait: DeskWait {
        DeskWait(title: "petitions.tray.title", path: "/mesa/solicitudes", permission: .answerPetitions) { actor in
            let waiting = try await tray(by: actor).filter { $0.state == .received }
            return (waiting.count, waiting.map(\.received).min())
        }
    }

    /// What came while somebody of the staff was away, what is due, and which of their answers came back.
    public var news: DeskNews {
        DeskNews { moment, actor, texts in
            guard case .staff(let staff) = actor.identity, actor.maySomewhere(.answerPetitions) else { return [] }
            let open = try await tray(by: actor)
            let new = open.count { $0.received >= moment && $0.state == .received }
            let due = open.count { $0.holder == staff && $0.due <= clock.today }
            let path = "/mesa/solicitudes"
            return (new > 0 ? [DeskNews.Item(texts("petitions.news.new", count: new), path: path)] : [])
                + (due > 0 ? [DeskNews.Item(texts("petitions.news.due", count: due), path: path)] : [])
        }
    }
}
