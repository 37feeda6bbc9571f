import Foundation

/// Brings the names in a file's folder to the disk, without which a rename may not outlive a loss of power. Gives back whether
/// the system did it (fsync of POSIX.1-2017, on a folder).
public func syncFolder(of file: URL) -> Bool {
    let folder = open(file.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
    guard folder >= 0 else { return false }
    defer { close(folder) }
    return fsync(folder) == 0
}
