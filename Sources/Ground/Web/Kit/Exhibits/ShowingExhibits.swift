import Civic
import Markup

extension Family {
    static func showing(_ texts: Texts) -> Family {
        Family(
            slug: "contenido", title: "kit.showing.title", summary: "kit.showing.summary",
            exhibits: [
                Exhibit(
                    id: "tarjeta", title: "kit.card.title", use: "kit.card.use", avoid: "kit.card.avoid", access: "kit.card.access",
                    specimen: Card.box(texts["kit.sample.card"], address: "/temas", "<p>\(texts["kit.sample.card.text"])</p>")),
                Exhibit(
                    id: "tabla", title: "kit.table.title", use: "kit.table.use", avoid: "kit.table.avoid", access: "kit.table.access",
                    specimen: DataTable.framed(
                        id: "tabla-titulo", caption: texts["kit.sample.table"],
                        columns: [
                            .init(texts["kit.sample.channel"]), .init(texts["kit.sample.visits"], isNumeric: true),
                            .init(texts["kit.sample.wait"], isNumeric: true),
                        ],
                        rows: [
                            [HTML(text: texts["kit.sample.channel.branch"]), "24.310", "18"],
                            [HTML(text: texts["kit.sample.channel.phone"]), "9.705", "4"],
                            [HTML(text: texts["kit.sample.channel.kiosk"]), "3.120", "0"],
                        ])),
                Exhibit(
                    id: "respuestas", title: "kit.answers.title", use: "kit.answers.use", avoid: "kit.answers.avoid",
                    access: "kit.answers.access",
                    specimen: AnswerList.list(
                        [
                            .init(texts["kit.sample.run"], "12.345.678-5"),
                            .init(texts["kit.sample.amount"], "$231.732", change: texts.address("/kit/formularios") + "#arriendo"),
                            .init(
                                texts["kit.sample.way"], HTML(text: texts["kit.sample.way.mail"]),
                                change: texts.address("/kit/formularios") + "#respuesta"),
                        ], texts: texts)),
            ])
    }
}
