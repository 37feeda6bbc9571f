import Civic

extension Permission {
    /// Open a place at a window or from afar, and say what one is doing.
    public static let openStation: Permission = "station.open"
    /// See who attends where, what waits, and help who asks for it.
    public static let overseeStations: Permission = "station.oversee"
}
