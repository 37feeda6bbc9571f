import Civic
import Testing

@Suite("A moment as programs write it")
struct InstantTextTests {
    @Test("is read with its zone, with or without parts of a second")
    func reading() {
        let noon = Instant(milliseconds: 1_795_435_200_000)
        #expect(noon.rfc3339 == "2026-11-23T12:00:00.000Z")
        for text in ["2026-11-23T12:00:00Z", "2026-11-23t12:00:00.0z", "2026-11-23T09:00:00-03:00", "2026-11-23T17:30:00+05:30"] {
            #expect(Instant(rfc3339: text) == noon, "\(text)")
        }
        #expect(Instant(rfc3339: "2026-11-23T12:00:00.5Z")?.milliseconds == noon.milliseconds + 500)
        #expect(Instant(rfc3339: "2026-11-23T12:00:00.123456789Z")?.milliseconds == noon.milliseconds + 123)
    }

    @Test("is refused without its zone, and when there is no such day or hour")
    func refusing() {
        for text in [
            "", "ayer", "2026-11-23", "2026-11-23T12:00:00", "2026-02-30T12:00:00Z", "2026-11-23T24:00:00Z", "2026-11-23T12:60:00Z",
            "2026-11-23T12:00:00+25:00", "2026-11-23T12:00Z", " 2026-11-23T12:00:00Z", "2026-11-23T12:00:00.Z",
        ] {
            #expect(Instant(rfc3339: text) == nil, "\(text)")
        }
    }
}
