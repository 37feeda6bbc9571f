import Catalog
import Civic
import DataRights
import Diversions
import Handoff
import Identity
import Intake
import Logging
import Mandates
import MessageSimulator
import Notices
import Persons
import Petitions
import Ports
import Statistics
import Referrals
import Procedures
import RegisterSimulator
import Staffing
import Stations
import Storage
import Surveys
import Web

/// The only place that knows every room: which engine, which schemas, and who fills which port.
struct House: Sendable {
    let settings: Settings
    let clock: Clock
    let database: Database
    let keyring: Keyring
    let log: Logger
    let territory: Territory
    let holidays: Holidays
    /// What is done with data of persons.
    let register: ProcessingRegister
    let search: SearchDesk
    let openData: OpenDataDesk
    /// What each role of the staff may do.
    var roles: RoleMatrix
    /// Where the messages of a demonstration end.
    let outbox = Outbox()
    /// Where passwords are worked on, and what they must be.
    var passwords = PasswordLine()
    let passwordRules: PasswordRules
    let mandateTerms: MandateTerms
    let petitionTerms: PetitionTerms
    /// Why agents pause, and what an attention is looked at for.
    let pauses: DatedWords
    let qualityChecklist: DatedWords
    /// Facts that may be noted of an attention.
    let facts: DatedWords
    /// What agents can do besides.
    let skills: DatedWords
    let definitions: DefinitionShelf
    let registerDouble: RegisterDouble
    let demonstrationRegisters: RegisterConnector
    let connectedRegisters: RegisterConnector?
    let paperTexts: Texts
    /// The outlines that figures are drawn on.
    let outlines: Outlines
    /// Since when this process runs.
    let began: Instant

    /// The tables of every capability, in the order in which they may refer to each other.
    static let schemas: [Schema] = [
        .people, .interactions, .audit, .jobs, .files, .limits, .sessions, .parameters, .catalog, .handoff, .identity, .persons,
        .mandates, .notices, .dataRights, .statistics, .intake, .petitions, .surveys, .stations, .referrals, .diversions, .staffing,
        .procedures,
    ]

    /// Over a database that is open already. Throws when a file of reference under the house's own folder can't be read.
    init(settings: Settings, clock: Clock, database: Database, keyring: Keyring, log: Logger) throws {
        self.settings = settings
        self.clock = clock
        self.database = database
        self.keyring = keyring
        self.log = log
        began = clock.now
        territory = try Territory(folder: settings.path("Catalogue/territory"))
        outlines = Outlines(folder: settings.path("Catalogue/territory"), territory: territory)
        holidays = try Holidays(file: settings.path("Catalogue/calendar/holidays.csv"))
        roles = try RoleMatrix(file: settings.path("Catalogue/staff/roles.csv"), known: Self.permissions)
        passwordRules = try PasswordRules(
            file: settings.path("Catalogue/staff/common-passwords.txt"),
            breached: try settings.breachedPasswords.map(BreachedPasswords.init))
        register = try RegisterFile.register(at: settings.path("Catalogue/processing.yaml"))
        mandateTerms = try MandateTerms(file: settings.path("Catalogue/mandates/terms.csv"))
        petitionTerms = try PetitionTerms(file: settings.path("Catalogue/petitions/terms.csv"))
        pauses = try DatedWords(file: settings.path("Catalogue/stations/pauses.csv"))
        qualityChecklist = try DatedWords(file: settings.path("Catalogue/stations/quality.csv"))
        facts = try DatedWords(file: settings.path("Catalogue/persons/facts.csv"))
        skills = try DatedWords(file: settings.path("Catalogue/staffing/skills.csv"))
        let (tallies, clock) = (TallyDesk(database), clock)
        search = SearchDesk(
            database, territory: territory, words: try SearchWords(folder: settings.path("Catalogue/search")),
            popularity: { try await tallies.popularity(since: clock.today.adding(days: -365)) },
            frequent: { try await tallies.searches(since: clock.today.adding(days: -30)).filter { $0.zero == 0 }.map(\.words) })
        definitions = DefinitionShelf(database)
        paperTexts = try Languages(folder: settings.path("Texts")).all[0]
        registerDouble = RegisterDouble { clock.today }
        demonstrationRegisters = .demonstration(registerDouble, clock: clock)
        connectedRegisters = .connected(settings, clock: clock, log: log)
        openData = OpenDataDesk(database, territory: territory, clock: clock)
    }

    /// Opens the database that the settings name.
    init(_ settings: Settings, keyring: Keyring, clock: Clock = .system, log: Logger) throws {
        let driver = try settings.database.driver(log)
        try self.init(
            settings: settings, clock: clock, database: Database(driver, keyring: keyring) { clock.now.milliseconds }, keyring: keyring,
            log: log)
    }
}
