import Civic
import Persons
import Ports
import Storage
import Web

/// Who answers at the desk for persons who are not there, for records, and for deaths.
extension House {
    var flags: FlagDesk {
        FlagDesk(
            database, keyring: keyring, facts: facts, days: settings.limits.flagDays, notices: noticeBoard, clock: clock)
    }

    var codings: CodingDesk { CodingDesk(database, keyring: keyring, clock: clock) }

    var deaths: DeathDesk { DeathDesk(database, keyring: keyring, sessions: sessions, endings: endings) }

    /// What is kept about a person by whoever attends them.
    var personData: [HeldData] {
        HeldIdentity(database, keyring: keyring).all
            + HeldAttentions(
                database, keyring: keyring, posts: staffPosts, facts: facts, products: productFacts, clock: clock
            ).all
    }

    var unions: UnionDesk {
        UnionDesk(
            database, keyring: keyring, clock: clock, sessions: sessions, notices: noticeBoard, breaches: possibleBreach)
    }

    var glass: GlassDesk {
        GlassDesk(
            database, keyring: keyring, clock: clock,
            terms: GlassTerms(minutes: settings.limits.glassMinutes, reviewDays: settings.limits.glassReviewDays), holidays: holidays,
            ties: ties, notices: noticeBoard, breaches: possibleBreach)
    }

    /// Ways of the desk to what concerns persons.
    var personDeskPanels: [DeskPanel] {
        let (glass, unions, posts, clock, database) = (glass, unions, staffPosts, clock, database)
        let (flags, codings) = (flags, codings)
        return [
            DeskPanel(
                .attending, place: 10, permission: .findPersons, path: "/mesa/personas", title: "persons.find.title",
                summary: "persons.find.summary"),
            DeskPanel(
                .attending, place: 11, permission: .findPersons, path: "/mesa/atenciones", title: "persons.attentions.title",
                summary: "persons.attentions.summary"),
            DeskPanel(
                .records, place: 20, permission: .mergePersons, path: "/mesa/fusiones", title: "persons.union.title",
                summary: "persons.union.summary"
            ) { _ in try await unions.remainders().count },
            DeskPanel(
                .records, place: 21, permission: .recordDeaths, path: "/mesa/defunciones", title: "persons.death.title",
                summary: "persons.death.summary"),
            DeskPanel(
                .records, place: 30, permission: .breakGlass, path: "/mesa/vidrio", title: "persons.glass.title",
                summary: "persons.glass.summary"),
            DeskPanel(
                .overseeing, place: 31, permission: .reviewGlass, path: "/mesa/vidrio/revision", title: "persons.review.title",
                summary: "persons.review.summary"
            ) { try await glass.waiting(for: $0, posts: posts).count },
            DeskPanel(
                .overseeing, place: 33, permission: .reviewFlags, path: "/mesa/hechos", title: "persons.flag.contested",
                summary: "persons.flag.contested.summary"
            ) { try await flags.waiting(for: $0) },
            DeskPanel(
                .attending, place: 34, permission: .codeAgain, path: "/mesa/codificar", title: "persons.coding.title",
                summary: "persons.coding.summary"
            ) { try await codings.waiting(for: $0) },
            DeskPanel(
                .overseeing, place: 32, permission: .reviewGlass, path: "/mesa/comprobaciones", title: "persons.sample.title",
                summary: "persons.sample.summary"
            ) { try await UnprovenDesk(database, clock: clock).sample(for: $0).count },
        ]
    }
}
