import Civic
import MessageSimulator
import Outbound
import Ports
import Web

/// What carries messages out of the house.
extension House {
    /// The demonstration keeps them in its outbox; otherwise the programs that the settings name carry them.
    func messenger(isDemonstration: Bool) -> Messenger {
        if isDemonstration {
            let (outbox, clock) = (outbox, clock)
            return Messenger(reaches: [.phone, .email]) { message, key in
                outbox.take(Outbox.Message(at: clock.now, to: message.to, title: message.title, text: message.text), key: key)
            }
        }
        let (mail, phone) = (settings.messages.mailCommand, settings.messages.phoneCommand)
        let from = settings.messages.mailFrom ?? ""
        var reaches: Set<Contact.Kind> = []
        if mail != nil { reaches.insert(.email) }
        if phone != nil { reaches.insert(.phone) }
        return Messenger(reaches: reaches) { message, _ in
            switch Contact.Kind(rawValue: message.kind) {
            case .email:
                guard let command = mail.flatMap(OutsideCommand.init),
                    let text = MailText.text(to: message.to, from: from, subject: message.title, body: message.text)
                else { throw Unreachable() }
                try await command.run(text)
            case .phone:
                guard let command = phone.flatMap(OutsideCommand.init) else { throw Unreachable() }
                try await command.run(message.to + "\n\n" + message.text + "\n")
            case .address, nil: throw Unreachable()
            }
        }
    }

    /// There is no program for this kind of contact: it was taken out of the settings since the message was written.
    private struct Unreachable: Error {}
}
