import Civic
import Ports
import Storage

extension MandateDesk {
    /// What cases need of mandates: a paper written down in their act, which waits for a colleague like one from a desk, for as long as its
    /// kind allows.
    public var powers: Powers {
        let (desk, store) = (self, store)
        return Powers(
            record: { paper, actor, transaction in
                guard let instrument = Instrument.onPaper.first(where: { $0.power == paper.instrument }) else {
                    throw StorageFault(.shape, "a paper of no known kind")
                }
                _ = try desk.record(
                    .init(
                        grantor: paper.grantor, number: paper.representative, instrument: instrument, paper: paper.words,
                        recorder: paper.recorder, until: desk.until(.max, instrument)),
                    within: nil, actor, telling: nil, transaction)
            }, changed: { try store.changed(of: $0, $1) })
    }
}

extension Instrument {
    /// Those that a case may write down, as definitions of services write them.
    public static var powers: Set<String> { Set(onPaper.map(\.power)) }

    fileprivate var power: String { rawValue.replacing("-", with: "_") }
}
