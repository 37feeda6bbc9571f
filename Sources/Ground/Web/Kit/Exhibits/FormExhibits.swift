import Civic
import Markup

extension Family {
    static func forms(_ texts: Texts) -> Family {
        Family(slug: "formularios", title: "kit.forms.title", summary: "kit.forms.summary", exhibits: written(texts) + chosen(texts))
    }

    private static func written(_ texts: Texts) -> [Exhibit] {
        [
            Exhibit(
                id: "campo", title: "kit.text.title", use: "kit.text.use", avoid: "kit.text.avoid", access: "kit.text.access",
                specimen: [
                    Controls.text(
                        "nombre", ControlLabel(texts["kit.sample.name"], hint: texts["kit.sample.name.hint"]), autocomplete: "name"),
                    Controls.text(
                        "run",
                        ControlLabel(texts["kit.sample.run"], hint: texts["kit.sample.run.hint"], error: texts["kit.sample.run.error"]),
                        value: "12.345.678-9", kind: .run, width: .medium),
                    Controls.text(
                        "telefono", ControlLabel(texts["kit.sample.phone"], optional: texts["form.optional"]), kind: .phone, width: .medium,
                        autocomplete: "tel"),
                    Controls.text(
                        "correo", ControlLabel(texts["kit.sample.mail"], optional: texts["form.optional"]), kind: .email,
                        autocomplete: "email"),
                    Controls.text("arriendo", ControlLabel(texts["kit.sample.amount"]), kind: .number, width: .medium, prefix: "$"),
                    Controls.text("institucion", ControlLabel(texts["kit.sample.search"], optional: texts["form.optional"]), kind: .search),
                ].joined(separator: "\n")),
            Exhibit(
                id: "texto-largo", title: "kit.area.title", use: "kit.area.use", avoid: "kit.area.avoid", access: "kit.area.access",
                specimen: Controls.area(
                    "relato", ControlLabel(texts["kit.sample.story"], hint: texts["kit.sample.story.hint"]), most: 500)),
            Exhibit(
                id: "fecha", title: "kit.date.title", use: "kit.date.use", avoid: "kit.date.avoid", access: "kit.date.access",
                specimen: Controls.date(
                    "nacimiento", ControlLabel(texts["kit.sample.birth"], hint: texts["kit.sample.birth.hint"]),
                    words: DateWords(day: texts["kit.sample.day"], month: texts["kit.sample.month"], year: texts["kit.sample.year"]),
                    autocomplete: true)),
            Exhibit(
                id: "archivo", title: "kit.file.title", use: "kit.file.use", avoid: "kit.file.avoid", access: "kit.file.access",
                specimen: Controls.file(
                    "contrato", ControlLabel(texts["kit.sample.paper"], hint: texts["kit.sample.paper.hint"]), accept: [".pdf", "image/*"])),
        ]
    }

    private static func chosen(_ texts: Texts) -> [Exhibit] {
        let regions = ["15", "04", "13", "08", "12"].enumerated().map { index, code in
            ControlOption(code, texts.item(index + 1, of: "kit.sample.regions"))
        }
        let ways = [
            ControlOption("correo", texts["kit.sample.way.mail"]),
            ControlOption("carta", texts["kit.sample.way.letter"], hint: texts["kit.sample.way.letter.hint"]),
        ]
        let needs = [
            ControlOption("rampa", texts["kit.sample.needs.ramp"]), ControlOption("senas", texts["kit.sample.needs.sign"]),
            ControlOption("compania", texts["kit.sample.needs.company"]),
        ]
        return [
            Exhibit(
                id: "una", title: "kit.choice.title", use: "kit.choice.use", avoid: "kit.choice.avoid", access: "kit.choice.access",
                specimen: Controls.choice(
                    "respuesta", ControlLabel(texts["kit.sample.way"], error: texts["kit.sample.way.error"]), options: ways)),
            Exhibit(
                id: "varias", title: "kit.choices.title", use: "kit.choices.use", avoid: "kit.choices.avoid", access: "kit.choices.access",
                specimen: Controls.choices(
                    "apoyo",
                    ControlLabel(
                        texts["kit.sample.needs"], hint: texts["kit.sample.needs.hint"], optional: texts["form.optional"]), options: needs,
                    values: ["rampa"])),
            Exhibit(
                id: "casilla", title: "kit.tick.title", use: "kit.tick.use", avoid: "kit.tick.avoid", access: "kit.tick.access",
                specimen: Controls.tick("declaro", ControlLabel(texts["kit.sample.declare"]))),
            Exhibit(
                id: "lista", title: "kit.select.title", use: "kit.select.use", avoid: "kit.select.avoid", access: "kit.select.access",
                specimen: Controls.select(
                    "region", ControlLabel(texts["kit.sample.region"]), options: regions, empty: texts["kit.sample.region.empty"])),
            Exhibit(
                id: "resumen", title: "kit.errors.title", use: "kit.errors.use", avoid: "kit.errors.avoid", access: "kit.errors.access",
                specimen: Controls.errorSummary(
                    title: texts["kit.sample.errors"],
                    [("run", texts["kit.sample.run.error"]), ("respuesta", texts["kit.sample.way.error"])], takesFocus: false)),
        ]
    }
}
