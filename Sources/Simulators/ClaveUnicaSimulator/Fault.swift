/// How the double misbehaves, when it is told to.
public enum Fault: String, Sendable, CaseIterable {
    case none
    /// It waits longer than anybody does.
    case slow
    case down
    case badSignature, expiredToken, wrongIssuer, wrongAudience, wrongNonce
    /// A page in the place of JSON.
    case page
    /// The code stands twice in the address that it sends people back to.
    case doubled
    /// Somebody else's data under this person's token.
    case wrongSubject
    /// A number whose check digit is wrong.
    case wrongNumber
    /// Its clock, two minutes ahead of ours and two behind.
    case clockAhead, clockBehind
    /// A token that is good from five minutes on, one of somebody who signed in a day ago, one for a password alone.
    case notYet, longAgo, oneFactor

    /// What the page of switches calls it.
    var words: String {
        switch self {
        case .none: "Funciona bien"
        case .slow: "Lento: no contesta a tiempo"
        case .down: "Caído: contesta 503"
        case .badSignature: "El token trae una firma que no es suya"
        case .expiredToken: "El token venció"
        case .wrongIssuer: "El token es de otro emisor"
        case .wrongAudience: "El token es para otro cliente"
        case .wrongNonce: "El token es de otro ingreso"
        case .page: "Contesta HTML en vez de JSON"
        case .doubled: "Repite el código en la dirección de vuelta"
        case .wrongSubject: "Entrega los datos de otra persona"
        case .wrongNumber: "Entrega un RUN con dígito verificador errado"
        case .clockAhead: "Su reloj va dos minutos adelantado"
        case .notYet: "El token vale recién en cinco minutos"
        case .longAgo: "Vio a la persona hace un día"
        case .oneFactor: "Pidió una clave y nada más"
        case .clockBehind: "Su reloj va dos minutos atrasado"
        }
    }
}
