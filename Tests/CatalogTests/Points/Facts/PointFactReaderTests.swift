import Definitions
import Civic
import Testing

@testable import Catalog

@Suite("Reading what is known of points besides their row")
struct PointFactReaderTests {
    @Test("each row becomes a fact of its point, with its source")
    func facts() throws {
        let points = try SampleFiles.catalogue().points
        let first = points[0]
        let eve = try #require(Day(iso: "2026-12-24"))
        let exception = try #require(first.exceptions.first)
        #expect(exception.days == eve...eve && exception.hours.description == "09:00-12:00" && !exception.isClosed)
        #expect(exception.source == PointSource("diario.cl", seen: SeenDate("2026-11")))
        #expect(first.places == ["municipality"] && first.sheets == [33112])
        #expect(first.services.first?.source?.url == "https://diario.cl/nota")
        #expect(first.statement(of: .stepFree)?.isThere == true && first.statement(of: .toilet)?.isThere == false)
        #expect(first.statement(of: .parking) == nil, "what nobody stated is unknown")
        #expect(first.languages.map(\.tag) == [.mapuzugun])
        #expect(first.position?.latitude == -33.4432)
        #expect(points[3].stops.map(\.visit.description) == ["3TH", "2026-12-03"])
        #expect(points[3].stops.map(\.hours?.intervals.count) == [1, nil])
    }

    @Test("what is usual at a kind of point holds until something is stated, and a bare row takes it away")
    func usual() throws {
        #expect(try SampleFiles.catalogue().points[1].services == [OfferedService(.place("chileatiende-branch"))])
        var texts = SampleFiles.texts
        texts["points/services.csv"] = "number,place,sheet,seen,source,url\n2,,,,diario.cl,\n"
        let points = try CatalogueFiles(texts: texts).catalogue().points
        #expect(points[1].services.isEmpty && points[0].services == [OfferedService(.place("chileatiende-branch"))])
    }

    @Test(
        "what is wrong is told with its file, line and field",
        arguments: [
            ("exceptions", "2026-12-24", "24 de diciembre", "from", "2026-02-01"),
            ("exceptions", "2026-12-24,,", "2026-12-24,2026-12-23,", "to", "within a year"),
            ("exceptions", "2026-12-24,,", "2026-12-24,2027-12-25,", "to", "within a year"),
            ("exceptions", "09:00-12:00", "9 a 12", "hours", "must be closed"),
            ("exceptions", "09:00-12:00", "09:00-12:00 12:00-13:00", "hours", "must be closed"),
            ("exceptions", "Víspera de Navidad", "", "reason", "is empty"),
            ("exceptions", "diario.cl,", ",", "source", "is empty"),
            ("exceptions", "1,2026", "9,2026", "number", "no point 9"),
            ("exceptions", "diario.cl,\n", "diario.cl,\n1,2026-12-20,2026-12-31,closed,Otra,,diario.cl,\n", "from", "another exception"),
            ("services", "municipality", "shop", "place", "places.yaml"),
            ("services", "33112", "33113", "sheet", "is no sheet"),
            ("services", "municipality,,", "municipality,33112,", "sheet", "must be empty"),
            ("services", ",,33112", ",municipality,", "number", "twice"),
            ("accessibility", "step-free", "ramp", "feature", "must be one of"),
            ("accessibility", "step-free,yes", "step-free,maybe", "value", "yes or no"),
            ("accessibility", "accessible-toilet", "step-free", "feature", "twice"),
            ("accessibility", "language,arn", "language,xx", "value", "must be one of"),
            ("positions", "-33.4432", "33.4432", "latitude", "not in Chile"),
            ("positions", "-70.6536", "oeste", "longitude", "degrees"),
            ("positions", "1,-33", "3,-33", "number", "from anywhere"),
            ("routes", "4,07303", "1,07303", "number", "does not move"),
            ("routes", "07303", "07304", "cut", "no comuna"),
            ("routes", "3TH", "5TH", "visit", "monthly"),
            ("routes", "10:00-13:00", "closed", "hours", "09:00-12:00"),
            ("routes", "Plaza de Licantén", "", "place", "is empty"),
            ("routes", "2026,muni.cl", "ayer,muni.cl", "seen", "2024-09-06"),
        ])
    func defects(_ name: String, _ old: String, _ new: String, _ field: String, _ message: String) throws {
        let file = "points/\(name).csv"
        let defects = SampleFiles.defects(old, new, in: file)
        let defect = try #require(defects.first { $0.field == field }, "\(defects)")
        #expect(defects.count == 1 && defect.file == file && defect.line >= 2 && defect.column >= 1)
        #expect(defect.message.contains(message))
    }

    @Test("a file that is missing, or has another header, is a defect of that file")
    func files() {
        for file in PointFactReader.files {
            var texts = SampleFiles.texts
            texts[file] = nil
            #expect(SampleFiles.defects(of: texts).map(\.file) == [file])
            #expect(SampleFiles.defects("number,", "point,", in: file).map(\.line) == [1])
        }
    }

    @Test("an error in a sheet does not make its number unknown to the points")
    func unread() {
        let defects = SampleFiles.defects("kind: benefit", "kind: gift")
        #expect(defects.map(\.file) == ["sheets/subsidio-familiar.yaml"])
    }
}

@Suite("When a mobile office comes, and the hours of one day")
struct VisitTests {
    @Test("what is written is read and written back", arguments: ["2026-12-03", "3TH", "1MO", "-1FR", "monthly"])
    func written(_ text: String) {
        #expect(Visit(text)?.description == text)
    }

    @Test("nothing else is a visit", arguments: ["", "5TH", "0MO", "3XX", "TH", "3 TH", "2026-02-30", "Monthly", "-2FR", "3th"])
    func refused(_ text: String) {
        #expect(Visit(text) == nil)
    }

    @Test(
        "the next visit is counted by the calendar",
        arguments: [
            ("3TH", "2026-11-24", "2026-12-17"), ("3TH", "2026-12-17", "2026-12-17"), ("3TH", "2026-12-18", "2027-01-21"),
            ("-1FR", "2026-11-24", "2026-11-27"), ("-1FR", "2026-11-28", "2026-12-25"), ("1MO", "2026-11-30", "2026-12-07"),
            ("4SU", "2027-02-01", "2027-02-28"), ("2026-12-03", "2026-12-03", "2026-12-03"), ("2026-12-03", "2026-12-04", ""),
            ("monthly", "2026-11-24", ""),
        ])
    func next(_ text: String, _ from: String, _ expected: String) throws {
        let day = try #require(Day(iso: from))
        #expect(try #require(Visit(text)).next(onOrAfter: day)?.iso ?? "" == expected)
    }

    @Test("a day's hours are intervals in order, or closed")
    func hours() {
        #expect(DayHours("closed") == .closed && DayHours("09:00-13:00 15:00-17:00")?.intervals.count == 2)
        for wrong in ["", " ", "09:00", "15:00-17:00 09:00-13:00", "09:00-13:00 13:00-14:00", "09:00-13:00  15:00-17:00", "Closed"] {
            #expect(DayHours(wrong) == nil, "\(wrong)")
        }
    }
}
