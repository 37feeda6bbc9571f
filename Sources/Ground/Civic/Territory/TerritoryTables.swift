import Foundation

/// The tables of `Catalogue/territory`, read and held against each other.
struct TerritoryTables {
    var regions: [Territory.Region] = []
    var provinces: [Territory.Province] = []
    var communes: [Territory.Commune] = []
    var neighbours: [CommuneCode: [CommuneCode]] = [:]
    var population: [CommuneCode: [Int]] = [:]
    var years = 0...0

    init(regions: String, provinces: String, communes: String, neighbours: String, population: String) throws(ReferenceFault) {
        try readRegions(regions)
        try readProvinces(provinces)
        try readCommunes(communes)
        let known = Set(self.communes.map(\.code))
        try readNeighbours(neighbours, known)
        try readPopulation(population, known)
    }

    private mutating func readRegions(_ text: String) throws(ReferenceFault) {
        let columns = [
            "cut", "nombre", "abreviatura", "numero_romano", "iso_3166_2", "orden_norte_sur", "n_comunas", "pob_censo_2017",
            "pob_proy_2026",
        ]
        for row in try ReferenceTable(text, columns: columns, of: "regions").rows {
            guard let code = RegionCode(row["cut"]) else { throw row.fault("cut", "is no code of a region") }
            regions.append(
                Territory.Region(
                    code: code, name: row["nombre"], abbreviation: row["abreviatura"], roman: row["numero_romano"],
                    order: try row.int("orden_norte_sur")))
        }
    }

    private mutating func readProvinces(_ text: String) throws(ReferenceFault) {
        let known = Set(regions.map(\.code))
        for row in try ReferenceTable(text, columns: ["cut", "nombre", "cut_region", "n_comunas", "pob_proy_2026"], of: "provinces").rows {
            guard let code = ProvinceCode(row["cut"]) else { throw row.fault("cut", "is no code of a province") }
            guard let region = RegionCode(row["cut_region"]), known.contains(region) else { throw row.fault("cut_region", "is no region") }
            provinces.append(Territory.Province(code: code, name: row["nombre"], region: region))
        }
    }

    private mutating func readCommunes(_ text: String) throws(ReferenceFault) {
        let known = Set(provinces.map(\.code))
        let columns = [
            "cut", "nombre", "cut_provincia", "provincia", "cut_region", "region", "lat", "lng", "pob_censo_2017", "pob_65mas_censo_2017",
            "pob_proy_2024", "pob_proy_2026",
        ]
        for row in try ReferenceTable(text, columns: columns, of: "communes").rows {
            guard let code = CommuneCode(row["cut"]) else { throw row.fault("cut", "is no code of a comuna") }
            guard let province = ProvinceCode(row["cut_provincia"]), known.contains(province), row["cut"].hasPrefix(row["cut_provincia"]),
                let region = RegionCode(row["cut_region"]), row["cut"].hasPrefix(row["cut_region"])
            else { throw row.fault("cut_provincia", "is not its province") }
            guard let latitude = Double(row["lat"]), (-90...90).contains(latitude), let longitude = Double(row["lng"]),
                (-180...180).contains(longitude)
            else { throw row.fault("lat", "is no point") }
            communes.append(
                Territory.Commune(
                    code: code, name: row["nombre"], province: province, region: region, latitude: latitude, longitude: longitude))
        }
    }

    private mutating func readNeighbours(_ text: String, _ known: Set<CommuneCode>) throws(ReferenceFault) {
        for row in try ReferenceTable(text, columns: ["cut", "cut_vecinas"], of: "neighbours").rows {
            guard let code = CommuneCode(row["cut"]), known.contains(code) else { throw row.fault("cut", "is no comuna") }
            var codes: [CommuneCode] = []
            for text in row["cut_vecinas"].split(separator: " ") {
                guard let neighbour = CommuneCode(text), known.contains(neighbour) else {
                    throw row.fault("cut_vecinas", "names no comuna")
                }
                codes.append(neighbour)
            }
            neighbours[code] = codes.sorted()
        }
    }

    private mutating func readPopulation(_ text: String, _ known: Set<CommuneCode>) throws(ReferenceFault) {
        var figures: [CommuneCode: [Int: Int]] = [:]
        var (first, last) = (Int.max, Int.min)
        for row in try ReferenceTable(text, columns: ["cut", "anio", "poblacion"], of: "population").rows {
            guard let code = CommuneCode(row["cut"]), known.contains(code) else { throw row.fault("cut", "is no comuna") }
            let year = try row.int("anio")
            (first, last) = (min(first, year), max(last, year))
            figures[code, default: [:]][year] = try row.int("poblacion")
        }
        guard first <= last, figures.count == known.count else { throw ReferenceFault("population: a comuna has no figures") }
        years = first...last
        for (code, byYear) in figures {
            let row = years.compactMap { byYear[$0] }
            guard row.count == years.count else { throw ReferenceFault("population: \(code) has no figure for some year") }
            population[code] = row
        }
    }
}

extension Territory {
    /// Reads the folder `Catalogue/territory`. Throws `ReferenceFault` with the file and the line at fault.
    public init(folder: String) throws(ReferenceFault) {
        func text(_ name: String) throws(ReferenceFault) -> String {
            guard let data = FileManager.default.contents(atPath: folder + "/" + name), let text = String(validating: data, as: UTF8.self)
            else {
                throw ReferenceFault("\(folder)/\(name): there is no such file, or it is not UTF-8")
            }
            return text
        }
        try self.init(
            TerritoryTables(
                regions: text("regions.csv"), provinces: text("provinces.csv"), communes: text("communes.csv"),
                neighbours: text("neighbours.csv"), population: text("population.csv")))
    }
}
