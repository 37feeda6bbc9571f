import Catalog
import Civic
import Diversions
import Logging
import Ports
import Procedures
import ServiceLifecycle
import Statistics
import Storage
import Surveys
import Web

/// What goes on beside the requests: the node's lease, the topics of others, the sealing of the audit, the jobs, the visits, the tallies, the statistics, and pages that a change makes old.
struct Upkeep: Service {
    let database: Database
    let keyring: Keyring
    let worker: Worker
    let cache: PageCache
    let visits: Visits
    let tallies: Tallies
    let news: Newsroom
    let search: SearchDesk
    let openData: OpenDataDesk
    let diversions: DiversionDesk
    let definitions: DefinitionShelf
    let clock: Clock
    let log: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await database.keepAlive(log) }
                group.addTask {
                    let changes = database.listen(SheetDesk.topic)
                    await search.renew()
                    for await _ in changes {
                        await openData.forget()
                        cache.invalidate(SheetDesk.topic)
                        await search.renew()
                    }
                }
                group.addTask {
                    for await _ in database.listen(ParameterDesk.topic) {
                        await openData.forget()
                        cache.invalidate(ParameterDesk.topic)
                    }
                }
                group.addTask { await Sealing(database, keyring: keyring).keepSealing(log) }
                group.addTask { await worker.run() }
                group.addTask { await visits.keepFlushing(to: database, clock, log) }
                group.addTask { await tallies.keepFlushing(to: database, clock, log) }
                group.addTask { await CountingDesk(database).keepCounting(log) }
                group.addTask {
                    for await _ in database.listen(CountingDesk.past) { cache.invalidate(CountingDesk.past) }
                }
                group.addTask {
                    for await _ in database.listen(OpenFigureDesk.topic) { cache.invalidate(OpenFigureDesk.topic) }
                }
                group.addTask {
                    for await _ in database.listen(OwnServices.topic) {
                        definitions.forget()
                        cache.invalidate(OwnServices.topic)
                    }
                }
                group.addTask {
                    for await _ in database.listen(SurveyDesk.topic) { cache.invalidate(SurveyDesk.topic) }
                }
                group.addTask { await diversions.keepWatching(log) }
                group.addTask { await news.run() }
                group.addTask { await followDays() }
                group.addTask {
                    while (try? await Task.sleep(for: .seconds(600))) != nil { cache.invalidate(House.often) }
                }
            }
        }
    }

    /// Amounts are those of the day: at midnight their pages are made anew.
    private func followDays() async {
        var day = clock.today
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(1))
            if clock.today != day {
                day = clock.today
                cache.invalidate(SheetPages.day)
                cache.invalidate(BoardPages.day)
                // What people opened yesterday counts from today.
                await search.renew()
            }
        }
    }
}
