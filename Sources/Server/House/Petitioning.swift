import Civic
import Petitions
import Ports
import Web

/// What people ask, complain of and suggest.
extension House {
    var petitionDesk: PetitionDesk {
        PetitionDesk(database, keyring: keyring, terms: petitionTerms, holidays: holidays, clock: clock)
    }

    var petitionPanels: [DeskPanel] {
        let desk = petitionDesk
        return [
            DeskPanel(
                .attending, place: 40, permission: .answerPetitions, path: "/mesa/solicitudes", title: "petitions.tray.title",
                summary: "petitions.tray.summary"
            ) { try await desk.waiting(for: $0) },
            DeskPanel(
                .overseeing, place: 41, permission: .approvePetitions, path: "/mesa/solicitudes/revisar", title: "petitions.review.title",
                summary: "petitions.review.summary"
            ) { try await desk.toReview(by: $0) },
        ]
    }

    func mountPetitions(_ pages: Pages, _ fittings: Fittings, on router: PageRoutes) {
        let desk = petitionDesk
        PetitionPages(pages, forms: fittings.forms, desk: desk, limit: fittings.codes, clock: clock).mount(on: router)
        PetitionTrayPages(
            deskPages(pages, fittings), forms: fittings.forms, reception: fittings.reception, desk: desk,
            posts: staffPosts, clock: clock
        ).mount(on: router)
    }
}
