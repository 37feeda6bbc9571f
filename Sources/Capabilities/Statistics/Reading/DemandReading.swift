import Civic
import Ports
import Storage

extension CountingDesk {
    /// What is asked for most in a channel, the last twelve months first.
    public func demand() -> ProductDemand {
        let database = database
        return ProductDemand { channel, limit in
            try await database.read { try FigureStore().mostAsked(in: channel.number, limit: limit, $0) }
        }
    }
}
