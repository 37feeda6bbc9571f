import Civic

/// The addresses of what is where.
extension Territory.Commune {
    /// `/lugares/13120-nunoa`
    var path: String { "/lugares/\(code)-\(name.slug)" }
}

extension Territory.Region {
    /// `/lugares/region/16-nuble`
    var path: String { "/lugares/region/\(code)-\(name.slug)" }
}

extension Territory {
    /// The region that people call so: capitals, accents and blanks do not count.
    func region(named name: String) -> Region? {
        let asked = name.foldedWords.joined()
        return regions.first { $0.name.foldedWords.joined() == asked }
    }
}

extension String {
    fileprivate var slug: String { foldedWords.joined(separator: "-") }
}

extension PointOfService {
    /// `/lugares/puntos/24-registro-civil-antofagasta-norte`
    public var path: String { "/lugares/puntos/\(number)-\(name.slug)" }
}
