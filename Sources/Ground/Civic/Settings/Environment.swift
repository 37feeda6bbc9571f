/// Reads values of the environment by the table's defaults and forms.
struct Environment {
    let values: [String: String]

    func text(_ key: String) -> String {
        let given = values[key] ?? ""
        return given.isEmpty ? Self.entry(key)?.standard ?? "" : given
    }

    func integer(_ key: String, in range: ClosedRange<Int>) throws(SettingsFault) -> Int {
        let text = text(key)
        guard let number = Int(text), range.contains(number) else {
            throw fault(key, "\"\(text)\" is not a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func fault(_ key: String, _ problem: String) -> SettingsFault {
        SettingsFault(
            key, problem,
            instead: Self.entry(key).map { "\($0.form)\($0.standard.isEmpty ? "" : ", for example \($0.standard)")" } ?? "another value")
    }

    private static func entry(_ key: String) -> Setting? { Setting.all.first { $0.key == key } }
}
