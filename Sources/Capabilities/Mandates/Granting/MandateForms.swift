import Civic
import Web

/// What is asked about mandates.
enum MandateForms {
    static let run = Field.run("run", "mandate.number", hint: "mandate.number.hint")
    static let days = Field.choice(
        "plazo", "mandate.term",
        [
            FieldOption("30", "mandate.term.month"), FieldOption("180", "mandate.term.half"), FieldOption("365", "mandate.term.year"),
        ])
    static let understood = Field.agreement("entiendo", "mandate.understood")
    static let granting = Form("mandate.grant", [run, days, understood])
    static let accepting = Form("mandate.accept", [])
    static let ending = Form("mandate.end", [])

    static let instrument = Field.choice(
        "instrumento", "mandate.instrument", Instrument.onPaper.map { FieldOption($0.rawValue, $0.words) })
    static let paper = Field.text("documento", "mandate.paper", hint: "mandate.paper.hint", most: 200)
    static let length = Field.number("dias", "mandate.days", hint: "mandate.days.hint", in: 1...3650)
    static let recording = Form("mandate.record", [run, instrument, paper, length])
    static let taking = Form("mandate.take", [])
    static let holds = Field.choice(
        "decision", "mandate.decision", [FieldOption("si", "mandate.decision.yes"), FieldOption("no", "mandate.decision.no")])
    static let deciding = Form("mandate.decide", [holds])
}
