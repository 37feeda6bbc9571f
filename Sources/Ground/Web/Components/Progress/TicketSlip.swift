import Civic
import Markup

/// A number in a queue, in the shape of the arch: for a screen and for paper.
public enum TicketSlip {
    /// `call` is what is called and shown on the boards (`B 047`), `point` where one waits, `wait` how long it may take and who is
    /// before, in words.
    public static func slip(call: String, point: String, wait: HTML, texts: Texts) -> HTML {
        """
        <div class="ticket">
        <p>\(texts["components.ticket"])</p>
        <p class="call">\(call)</p>
        <p><strong>\(point)</strong></p>
        \(wait)
        </div>
        """
    }
}
