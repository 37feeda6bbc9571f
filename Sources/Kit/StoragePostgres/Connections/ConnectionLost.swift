/// The connection can't be used any more. What was asked for on it is to be asked again, or its outcome looked up.
struct ConnectionLost: Error {
    /// Why, in words that name no address and no value.
    let reason: String
}
